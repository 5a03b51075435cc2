// @vitest-environment jsdom
import { bodyOf, read } from '@duet/document';
import {
  actionItems,
  type Block,
  decisions,
  make,
  plain,
  plainText,
  type RoadmapTable,
  riskRows,
  roadmapRows,
} from '@duet/domain';
import { excel, GOOGLE_DOCS, googleSheets, HOSTILE_PAGE, NOTION } from '@duet/export/testing';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { EditorNotice } from '../api.ts';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

let page: MeetingPage;
let notices: EditorNotice[] = [];
// As the caret in the page does it.
beforeAll(async () => {
  await import('./write-paste.ts');
});
afterEach(() => page.close());

async function open(blocks: readonly Block[]): Promise<void> {
  notices = [];
  page = await openMeetingPage(blocks, { onNotice: (notice) => notices.push(notice) });
}

/** Pastes with the caret in a block, at its end, and waits until the document says something else. */
async function paste(into: string, clipboard: { readonly html?: string; readonly text?: string }): Promise<void> {
  page.handle.reveal(into);
  await pasteHere(clipboard);
}

async function pasteHere(clipboard: { readonly html?: string; readonly text?: string }): Promise<void> {
  const before = page.writes() + notices.length;
  firePaste(clipboard);
  await vi.waitFor(() => expect(page.writes() + notices.length).toBeGreaterThan(before));
}

function firePaste({ html = '', text = '' }: { readonly html?: string; readonly text?: string }): void {
  const data: Readonly<Record<string, string>> = { 'text/html': html, 'text/plain': text };
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: (type: string) => data[type] ?? '', types: Object.keys(data), files: [], items: [] },
  });
  page.find('.document').dispatchEvent(event);
}

const blockTexts = (): readonly string[] =>
  read(page.doc).blocks.map((block) =>
    block.type === 'textBlock' ? `${block.kind}: ${plainText(block.text)}` : block.type,
  );
const roadmap = () =>
  roadmapRows(read(page.doc)).map(({ feature, health, targetDate, notes }) => [
    plainText(feature),
    health,
    targetDate,
    plainText(notes),
  ]);

const ROADMAP: RoadmapTable = {
  type: 'roadmapTable',
  rows: [
    make.roadmapRow({ id: 'sso', feature: plain('SSO'), health: 'on-track' }),
    make.roadmapRow({ id: 'blank' }),
    make.roadmapRow({ id: 'crm', feature: plain('CRM') }),
  ],
};
const CELLS = googleSheets([
  ['Feature', 'Status', 'Target', 'Squad'],
  ['Berth search', 'Delayed', '2025-04-12', 'North'],
  ['Harbor map', 'On track', '', ''],
  ['Crew calendar', 'At risk', '', ''],
]);

describe('[M3] cells of a spreadsheet in a table', () => {
  test('are there for the very next key, which may be undo', async () => {
    await open([ROADMAP]);
    page.handle.reveal('blank');
    await import('./write-paste.ts');
    // Nine milliseconds a step: more than a turn that others wait for may take.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 9;
      return now;
    });
    firePaste(CELLS);
    for (let microtask = 0; microtask < 20; microtask++) await undefined;
    clock.mockRestore();
    expect(roadmap()).toHaveLength(5);
    page.handle.undo();
    expect(roadmap()).toHaveLength(3);
  });

  test('fill the empty rows from the one with the caret on, come in as new rows elsewhere, and are one step to undo', async () => {
    await open([ROADMAP]);
    await paste('blank', CELLS);
    const pasted = [
      ['SSO', 'on-track', null, ''],
      ['Berth search', 'delayed', '2025-04-12', 'Squad: North'],
      ['Harbor map', 'on-track', null, ''],
      ['Crew calendar', 'at-risk', null, ''],
      ['CRM', null, null, ''],
    ];
    expect(roadmap()).toEqual(pasted);
    expect(roadmapRows(read(page.doc))[1]?.id).toBe('blank');
    expect(notices).toMatchObject([{ text: 'Pasted 3 roadmap rows' }]);

    page.handle.undo();
    expect(roadmap()).toEqual([
      ['SSO', 'on-track', null, ''],
      ['', null, null, ''],
      ['CRM', null, null, ''],
    ]);
    page.handle.redo();
    expect(roadmap()).toEqual(pasted);
  });

  test('overwrite nothing: a row with words in it keeps them', async () => {
    await open([ROADMAP]);
    await paste('crm', excel([['Berth search', 'Delayed']]));
    expect(roadmap().map(([feature]) => feature)).toEqual(['SSO', '', 'CRM', 'Berth search']);
    await paste(
      'sso',
      excel([
        ['Harbor map', 'Delayed'],
        ['Crew calendar', 'Delayed'],
      ]),
    );
    expect(roadmap()).toEqual([
      ['SSO', 'on-track', null, ''],
      ['Harbor map', 'delayed', null, ''],
      ['Crew calendar', 'delayed', null, ''],
      ['CRM', null, null, ''],
      ['Berth search', 'delayed', null, ''],
    ]);
  });

  test('[M19] what somebody else types meanwhile is kept, in the row that it is typed into', async () => {
    await open([ROADMAP]);
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(page.doc));
    await paste('blank', CELLS);
    const table = bodyOf(other).get(0) as Y.XmlElement;
    const feature = (row: number): Y.XmlText =>
      ((table.get(row) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    feature(1).insert(0, 'Typed: ');
    feature(2).insert(3, ' typed');
    await page.byColleague((doc) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(other)));
    const features = roadmap().map(([words]) => words);
    expect(features).toHaveLength(5);
    expect(features[1]).toMatch(/^(?:Typed: Berth search|Berth searchTyped: )$/);
    expect(features[4]).toBe('CRM typed');
  });

  test('[M14] fill risks by their looks', async () => {
    await open([{ type: 'riskTable', rows: [make.riskRow({ id: 'r' })] }]);
    await paste(
      'r',
      googleSheets([
        ['Gauge stops', '@dana', 'High', 'Low', 'Cache it'],
        ['Fog', '@wen', 'Low', 'High', ''],
      ]),
    );
    expect(
      riskRows(read(page.doc)).map(({ risk, owner, likelihood, impact, mitigation }) => [
        plainText(risk),
        owner,
        likelihood,
        impact,
        plainText(mitigation),
      ]),
    ).toEqual([
      ['Gauge stops', 'dana', 'high', 'low', 'Cache it'],
      ['Fog', 'wen', 'low', 'high', ''],
    ]);
  });

  test('[M17] become action items where one stands', async () => {
    await open([make.actionItem({ id: 'a' })]);
    await paste(
      'a',
      excel([
        ['Call the port', '@dana', '2025-04-12', 'Done'],
        ['Count phones', '@wen', '', ''],
      ]),
    );
    expect(
      actionItems(read(page.doc)).map(({ action, owner, due, status }) => [plainText(action), owner, due, status]),
    ).toEqual([
      ['Call the port', 'dana', '2025-04-12', 'done'],
      ['Count phones', 'wen', null, 'open'],
    ]);
  });
});

describe('[M5] notes from elsewhere', () => {
  test('become typed blocks in place of an empty line, with headings and lists', async () => {
    await open([make.textBlock({ id: 't' })]);
    await paste('t', GOOGLE_DOCS);
    expect(blockTexts()).toEqual([
      'heading: Harbor notes',
      'paragraph: The gauge feed has no service level, see the page.',
      'bullet: Ask the port',
      'bullet: by mail',
      'ordered: Then the vendor',
      'heading: Roadmap',
      'roadmapTable',
    ]);
    expect(notices).toMatchObject([{ text: 'Pasted 6 lines of text and 2 roadmap rows' }]);
    notices[0]?.undo?.();
    expect(blockTexts()).toEqual(['paragraph: ']);
  });

  test('of a whole page stand below the entry with the caret, which stays as it was', async () => {
    await open([make.decision({ id: 'd', text: plain('Badges stay') }), make.textBlock({ text: plain('Below') })]);
    await paste('d', NOTION);
    expect(blockTexts()).toEqual([
      'decision',
      'heading: Risks',
      'riskTable',
      'heading: Decisions',
      'decision',
      'heading: Open questions',
      'openQuestion',
      'openQuestion',
      'paragraph: Below',
    ]);
    expect(decisions(read(page.doc)).map(({ text }) => plainText(text))).toEqual([
      'Badges stay',
      'Badges replace passwords.',
    ]);
  });

  test('of several lines stay in the cell with the caret', async () => {
    await open([make.decision({ id: 'd', text: plain('We sail') })]);
    await paste('d', { html: '<p>at <b>dawn</b></p><ul><li>by tide</li></ul>', text: 'at dawn\nby tide' });
    expect(decisions(read(page.doc))[0]?.text).toEqual([
      { text: 'We sailat ' },
      { text: 'dawn', bold: true },
      { text: '\n• by tide' },
    ]);
  });

  test('of one line go into the line, marks and all', async () => {
    await open([make.textBlock({ id: 't', text: plain('We ') })]);
    await paste('t', {
      html: '<meta charset="utf-8"><p class="x">sail at <strong>dawn</strong></p>',
      text: 'sail at dawn',
    });
    expect(read(page.doc).blocks).toMatchObject([{ text: [{ text: 'We sail at ' }, { text: 'dawn', bold: true }] }]);
    expect(notices).toEqual([]);
  });

  test('rows join the table that they are pasted next to', async () => {
    await open([ROADMAP, make.textBlock({ id: 't' })]);
    await paste('t', { text: '| Feature | Status | Target |\n|---|---|---|\n| Berth search | Delayed | |' });
    expect(blockTexts()).toEqual(['roadmapTable']);
    expect(roadmap().at(-1)).toEqual(['Berth search', 'delayed', null, '']);
  });
});

describe('[G25] what is hostile', () => {
  test('leaves nothing that runs, and nothing outside the schema', async () => {
    await open([make.textBlock({ id: 't' })]);
    await paste('t', HOSTILE_PAGE);
    expect(blockTexts()).toEqual(['heading: Heading', 'paragraph: Words press data safe']);
    expect(JSON.stringify(bodyOf(page.doc).toString())).not.toMatch(/pwned|javascript|onerror/);
    expect(page.root.querySelector('.document script, .document iframe, .document [onclick]')).toBeNull();
  });

  test('also where it pretends to have been copied here', async () => {
    await open([make.textBlock({ id: 't' })]);
    const html = `<div data-pm-slice="0 0 []"><div data-block="textBlock" data-kind="nonsense" onclick="pwned()"><a href="javascript:pwned()">press</a><script>pwned()</script></div><div data-block="unknown"><img src=x onerror="pwned()"></div></div>`;
    await paste('t', { html, text: 'press' });
    expect(bodyOf(page.doc).toString()).not.toMatch(/pwned|nonsense|unknown/);
    expect(blockTexts().join()).toContain('press');
  });

  test.each([
    ['50 MB of text', { text: 'so many words '.repeat(3_750_000) }],
    ['more lines than a meeting takes', { text: 'a\n'.repeat(5_000) }],
  ])('%s: nothing comes in, and it is said', async (_, clipboard) => {
    await open([make.textBlock({ id: 't', text: plain('Before') })]);
    await paste('t', clipboard);
    expect(notices).toMatchObject([{ failed: true, text: expect.stringContaining('nothing was pasted') }]);
    expect(blockTexts()).toEqual(['paragraph: Before']);
  });

  test.each([
    ['is nested too deeply', `${'<div>'.repeat(400)}<p>deep</p><p>words</p>`, 'nested too deeply'],
    ['is 50 MB of HTML', '<p>word</p>'.repeat(4_700_000), 'too much around the text'],
  ])('what %s comes in as its plain text', async (_, html, why) => {
    await open([make.textBlock({ id: 't' })]);
    await paste('t', { html, text: 'deep\nwords' });
    expect(blockTexts()).toEqual(['paragraph: deep', 'paragraph: words']);
    expect(notices).toMatchObject([{ failed: true, text: expect.stringContaining(why) }]);
  });
});

test('[M21] who may only read pastes nothing', async () => {
  await open([make.textBlock({ id: 't' })]);
  await page.show({ editable: false });
  const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
    clipboardData: { getData: () => 'a\nb', types: [], files: [], items: [] },
  });
  page.find('.document').dispatchEvent(event);
  expect(page.writes()).toBe(0);
});

test('without the formatting it comes in as its text, a line each', async () => {
  await open([make.textBlock({ id: 't' })]);
  page.handle.reveal('t');
  page
    .find('.document')
    .dispatchEvent(new KeyboardEvent('keydown', { key: 'V', ctrlKey: true, shiftKey: true, bubbles: true }));
  await pasteHere({ html: '<h1>Title</h1>', text: '# Title\n- [ ] @bao row' });
  expect(blockTexts()).toEqual(['paragraph: # Title', 'paragraph: - [ ] @bao row']);
});
