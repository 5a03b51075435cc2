// @vitest-environment jsdom
import { bodyOf, insertBlocks, read, sampleMeeting, templateBlocks } from '@duet/document';
import { type IsoDate, make, plain, plainText, riskRows, roadmapRows } from '@duet/domain';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { type MeetingPage, openMeetingPage } from './testing/meeting-page.tsx';

const TODAY = '2025-03-18' as IsoDate;
let page: MeetingPage;
afterEach(() => page.close());

const ROADMAP = {
  type: 'roadmapTable' as const,
  rows: [
    make.roadmapRow({ id: 'sso', feature: plain('SSO'), progress: 'in-progress', health: 'on-track' }),
    make.roadmapRow({ id: 'crm', feature: plain('CRM'), notes: plain('Approved') }),
  ],
};
const RISKS = { type: 'riskTable' as const, rows: [make.riskRow({ id: 'ios', risk: plain('iOS 15') })] };

function table(doc: Y.Doc, name: string): Y.XmlElement {
  const found = bodyOf(doc)
    .toArray()
    .find((child) => child instanceof Y.XmlElement && child.nodeName === name);
  if (!(found instanceof Y.XmlElement)) throw new Error(`no ${name}`);
  return found;
}

function element(name: string, ...children: Y.XmlElement[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children.length > 0 ? children : [new Y.XmlText()]);
  return made;
}

describe('opening a document writes nothing to it', () => {
  test.each([
    ['a new meeting', templateBlocks('product')],
    ['a full one', sampleMeeting(TODAY).blocks],
    ['an empty document', []],
  ])('[M1] %s', async (_, blocks) => {
    page = await openMeetingPage(blocks);
    await page.show({ editable: false });
    await page.show({ editable: true });
    expect(page.writes()).toBe(0);
  });

  test('[M1] one with cells missing, doubled and in another order, and blocks without ids', async () => {
    page = await openMeetingPage([]);
    await page.close();
    page = await openMeetingPage([ROADMAP]);
    await page.byColleague((doc) => {
      const row = element('roadmapRow', element('roadmapNotes'), element('roadmapFeature'), element('roadmapNotes'));
      table(doc, 'roadmapTable').insert(0, [row, new Y.XmlElement('roadmapRow')]);
    });
    expect(page.root.querySelectorAll('[data-type=roadmapRow]')).toHaveLength(4);
    expect(page.writes()).toBe(0);
  });
});

describe('[M21] who may only read', () => {
  test('gets no control that changes anything', async () => {
    page = await openMeetingPage(sampleMeeting(TODAY).blocks, { editable: false });
    const live = [...page.root.querySelectorAll<HTMLButtonElement>('.document button:not([disabled])')];
    // Folding sections, a view of one's own and jumping to a linked block is reading.
    expect(live.filter((button) => !button.matches('.fold__toggle, .table-views__do, .ref'))).toEqual([]);
    expect(page.find('.document').getAttribute('contenteditable')).toBe('false');
  });

  test('is let in, and shut out again, while the page is open', async () => {
    page = await openMeetingPage([RISKS], { editable: false });
    expect(page.root.querySelector('[aria-label^="Owner of this risk"]')).toBeNull();
    await page.show({ editable: true });
    expect(page.find('[aria-label^="Owner of this risk"]').tagName).toBe('BUTTON');
    await page.show({ editable: false });
    expect(page.root.querySelector('[aria-label^="Owner of this risk"]')).toBeNull();
  });
});

test('React takes the editor for nothing whose selection it has to count, browsers for what can be edited', async () => {
  page = await openMeetingPage([RISKS]);
  const field = page.find('.document');
  expect([field.contentEditable, field.getAttribute('contenteditable')]).toEqual(['inherit', 'true']);
  await page.show({ editable: false });
  expect(field.getAttribute('contenteditable')).toBe('false');
});

describe('[M22] who follows somebody to a folded section', () => {
  const blocks = sampleMeeting(TODAY).blocks;
  const guide = blocks.find((block) => block.type === 'sectionHeading' && block.key === 'guide');
  const principle = blocks[blocks.findIndex(({ type }) => type === 'sectionHeading') + 1];
  const id = (block: (typeof blocks)[number] | undefined): string =>
    block !== undefined && 'id' in block ? block.id : expect.fail('the sample begins with the guide');
  const isOpen = (): string | null | undefined =>
    page.root.querySelector('[data-type=sectionHeading] .fold__toggle')?.getAttribute('aria-expanded');

  test('sees it folded, until the other reads in it or oneself goes there', async () => {
    page = await openMeetingPage(blocks, { editable: false });
    page.handle.show({ blockId: id(guide), offset: 0 });
    await page.show({});
    expect(isOpen()).toBe('false');
    page.handle.show({ blockId: id(principle), offset: 0 });
    await page.show({});
    expect(isOpen()).toBe('true');
  });

  test('opens it by going there, and has the focus on it', async () => {
    page = await openMeetingPage(blocks, { editable: false });
    page.handle.reveal(id(guide));
    await page.show({});
    expect(isOpen()).toBe('true');
    expect(document.activeElement?.textContent).toContain('How to run this meeting');
    (document.activeElement as HTMLElement).blur();
    expect(page.root.querySelector('[data-type=sectionHeading][tabindex]')).toBeNull();
  });
});

describe('while others type and add rows', () => {
  test('[M20] a key of somebody else touches their text alone, and React draws nothing', async () => {
    page = await openMeetingPage(sampleMeeting(TODAY).blocks.filter(({ type }) => type === 'roadmapTable'));
    const touched: Node[] = [];
    const observer = new MutationObserver((records) => {
      // The row is washed in the colleague's colour.
      const others = records.filter(({ attributeName }) => attributeName !== 'data-wash');
      touched.push(...others.map(({ target }) => target));
    });
    observer.observe(page.root, { subtree: true, childList: true, characterData: true, attributes: true });
    const renders = page.renders();
    // The notes of a row: nothing else on the page quotes them.
    await page.byColleague((doc) => {
      const notes = table(doc, 'roadmapTable').createTreeWalker(
        (node) => node instanceof Y.XmlElement && node.nodeName === 'roadmapNotes',
      );
      (([...notes][0] as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Then ');
    });
    observer.disconnect();
    const cell = page.root.querySelector('[data-type=roadmapNotes]') ?? expect.fail('no notes');
    expect(cell.textContent).toContain('Then Bakers');
    expect(touched.length).toBeGreaterThan(0);
    expect(touched.filter((node) => !cell.contains(node))).toEqual([]);
    expect(page.renders()).toBe(renders);
  });

  test('[M3] an open popover stays with its row and keeps the focus', async () => {
    page = await openMeetingPage([ROADMAP]);
    const [, chip] = page.root.querySelectorAll('[aria-label^="Status"]');
    if (!chip) throw new Error('no second status');
    await page.click(chip);
    const field = document.activeElement;
    expect(field?.getAttribute('role')).toBe('combobox');

    await page.byColleague((doc) => {
      const rows = table(doc, 'roadmapTable');
      ((rows.get(1) as Y.XmlElement).get(1) as Y.XmlElement).insert(0, [new Y.XmlText('said by a colleague ')]);
      rows.insert(0, [element('roadmapRow', element('roadmapFeature'), element('roadmapNotes'))]);
    });
    expect(document.activeElement).toBe(field);
    if (!field) return;
    await page.press(field, '6');
    expect(roadmapRows(read(page.doc)).map(({ progress }) => progress)).toEqual([
      'not-started',
      'in-progress',
      'shipped',
    ]);
  });

  test('[M19] rows keep their elements when one comes in above', async () => {
    page = await openMeetingPage([ROADMAP]);
    const before = [...page.root.querySelectorAll('[data-type=roadmapRow]')];
    await page.byColleague((doc) =>
      table(doc, 'roadmapTable').insert(0, [element('roadmapRow', element('roadmapFeature'))]),
    );
    const after = [...page.root.querySelectorAll('[data-type=roadmapRow]')];
    expect(after).toHaveLength(3);
    expect(after.slice(1)).toEqual(before);
  });
});

test('[M20] the caret stays where it was just put, though a change of others comes before the browser tells of it', async () => {
  page = await openMeetingPage([ROADMAP]);
  page.handle.reveal('sso');
  const text = page.root.querySelectorAll('[data-type=roadmapFeature]')[1]?.firstChild;
  if (!text) throw new Error('no second feature');
  document.getSelection()?.collapse(text, 2);
  await page.byColleague((doc) =>
    table(doc, 'roadmapTable').insert(0, [element('roadmapRow', element('roadmapFeature'))]),
  );
  const { anchorNode, anchorOffset } = document.getSelection() ?? {};
  expect([anchorNode?.textContent, anchorOffset]).toEqual(['CRM', 2]);
});

describe('controls', () => {
  test('[M3] a row that goes off track asks why, and the answer becomes its note', async () => {
    page = await openMeetingPage([ROADMAP]);
    const [, chip] = page.root.querySelectorAll('[aria-label^="Status"]');
    if (!chip) throw new Error('no second status');
    await page.click(chip);
    if (document.activeElement) await page.press(document.activeElement, '5');
    const why = document.activeElement as HTMLInputElement;
    expect(why.placeholder).toBe('Why did it move?');
    await page.fill(why, 'Sales asked for it later');
    await page.press(why, 'Enter');
    const [, row] = roadmapRows(read(page.doc));
    expect(row?.health).toBe('reprioritized');
    expect(plainText(row?.notes ?? [])).toBe('Approved; Sales asked for it later');
  });

  test('[M14] the name that was gone to is chosen, though somebody else came in above it', async () => {
    const [priya, wen, tomas] = ['Priya', 'Wen', 'Tomas'].map(
      (name) => ({ id: name, name, side: 'other', role: 'participant' }) as const,
    );
    if (!priya || !wen || !tomas) throw new Error('three people');
    page = await openMeetingPage([RISKS], { people: [priya, wen] });
    await page.click(page.find('[aria-label^="Owner of this risk"]'));
    await page.press(page.find('[role=combobox]'), 'ArrowDown');
    await page.show({ people: [tomas, priya, wen] });
    await page.press(page.find('[role=combobox]'), 'Enter');
    expect(riskRows(read(page.doc))[0]?.owner).toBe('wen');
  });

  test('[M14] an owner is chosen by typing the start of a name', async () => {
    page = await openMeetingPage([RISKS]);
    await page.click(page.find('[aria-label^="Owner of this risk"]'));
    await page.fill(document.activeElement as HTMLInputElement, 'jo');
    await page.press(document.activeElement as HTMLInputElement, 'Enter');
    expect(riskRows(read(page.doc))[0]?.owner).toBe('jonas');
  });

  test('[M5] a missing cell offers itself, and a click makes it', async () => {
    page = await openMeetingPage([]);
    await page.byColleague((doc) => {
      insertBlocks(doc, [RISKS]);
      (table(doc, 'riskTable').get(0) as Y.XmlElement).delete(1, 1);
    });
    const offer = [...page.root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Mitigation');
    if (!offer) throw new Error('no offer');
    await page.click(offer);
    expect(page.root.querySelectorAll('[data-type=riskMitigation]')).toHaveLength(1);
    expect(table(page.doc, 'riskTable').toString()).toContain('riskmitigation');
  });

  test('[M8] a gate opens only once engineering has written, and says who opened it', async () => {
    page = await openMeetingPage([make.upcomingItem({ title: plain('Preferences') })]);
    const clear = (): Promise<void> => {
      const button = [...page.root.querySelectorAll('button')].find(
        ({ textContent }) => textContent === 'Mark talked through',
      );
      if (!button) throw new Error('no button');
      return page.click(button);
    };
    await clear();
    expect(page.root.textContent).toContain('No feasibility talk yet');
    await page.byColleague((doc) => {
      const item = table(doc, 'upcomingItem');
      const cell = item
        .toArray()
        .find((child) => child instanceof Y.XmlElement && child.nodeName === 'upcomingEngineering');
      (cell as Y.XmlElement).insert(0, [new Y.XmlText('Needs the refactor')]);
    });
    await clear();
    expect(page.root.textContent).toContain('Talked through by Jonas Weber');
  });

  test('[M8] a participant does not open it', async () => {
    const me = { id: 'w', name: 'Wen', color: '#5b564f', side: 'other', role: 'participant' } as const;
    page = await openMeetingPage([make.upcomingItem({ engineering: plain('Fine') })], { me });
    expect(page.root.textContent).not.toContain('Mark talked through');
  });
});

describe('the page around the editor', () => {
  test('inserts in the section that an entry belongs to, and finds blocks by the ids of read()', async () => {
    page = await openMeetingPage(templateBlocks('product'));
    page.handle.insert('decision');
    page.handle.insert('riskRow');
    const { blocks } = read(page.doc);
    const decision = blocks.findIndex(({ type }) => type === 'decision');
    const heading = blocks.slice(0, decision).findLast((block) => block.type === 'sectionHeading');
    expect(heading?.type === 'sectionHeading' && heading.key).toBe('decisions');
    const [risk] = riskRows(read(page.doc));
    page.handle.setAttributes(risk?.id ?? '', { owner: 'wen' });
    expect(riskRows(read(page.doc))[0]?.owner).toBe('wen');
  });

  test('[M29] undo takes back what was done here and leaves what others wrote in it', async () => {
    page = await openMeetingPage([RISKS]);
    page.handle.setAttributes('ios', { likelihood: 'high' });
    page.handle.undo();
    expect(riskRows(read(page.doc))[0]?.likelihood).toBeNull();
    page.handle.redo();
    expect(riskRows(read(page.doc))[0]?.likelihood).toBe('high');
  });

  test('[M22] tells others which section the caret is in', async () => {
    page = await openMeetingPage(templateBlocks('product'));
    page.handle.insert('decision');
    const [heading] = read(page.doc).blocks.filter(
      (block) => block.type === 'sectionHeading' && block.key === 'decisions',
    );
    const decision = read(page.doc).blocks.find(({ type }) => type === 'decision');
    page.handle.reveal(decision?.type === 'decision' ? decision.id : '');
    await vi.waitFor(() =>
      expect(page.awareness.getLocalState()?.section).toBe(heading?.type === 'sectionHeading' && heading.id),
    );
  });
});

describe('carets of others', () => {
  const OTHER = 99;

  async function caretOf(user: Record<string, unknown>): Promise<void> {
    page = await openMeetingPage([RISKS]);
    const text = ((table(page.doc, 'riskTable').get(0) as Y.XmlElement).get(0) as Y.XmlElement).get(0) as Y.XmlText;
    const at = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, 2));
    await page.awarenessOf(OTHER, { user, cursor: { anchor: at, head: at } });
  }

  test('[M20] show the first name in the colours of the side, and only to the eye', async () => {
    await caretOf({ name: 'Priya Nair', side: 'product', role: 'facilitator', color: '#93398f' });
    await vi.waitFor(() => expect(page.find('.caret').textContent).toBe('Priya'));
    expect(page.find('.caret').classList).toContain('caret--pm');
    expect(page.find('.caret').getAttribute('aria-hidden')).toBe('true');
  });

  test('[G25] are not drawn where the colour is not #rrggbb, and never carry a colour as a style', async () => {
    await caretOf({ name: 'Eve', side: 'product', color: 'url(//evil.example)' });
    await page.awarenessOf(OTHER + 1, page.awareness.getStates().get(OTHER) ?? {});
    await page.awarenessOf(OTHER + 2, {
      ...page.awareness.getStates().get(OTHER),
      user: { name: 'Wen', side: '"><b>', color: '#5b564f' },
    });
    await vi.waitFor(() => expect(page.find('.caret').textContent).toBe('Wen'));
    expect(page.find('.caret').className).toContain('caret--peer');
    const nowhere = { at: 3, type: 'x' };
    await page.awarenessOf(OTHER + 3, {
      user: { name: 'Kim', side: 'product' },
      cursor: { anchor: nowhere, head: nowhere },
    });
    await page.awarenessOf(OTHER + 2, {
      ...page.awareness.getStates().get(OTHER),
      user: { name: 'Wendy', side: 'product' },
    });
    await vi.waitFor(() => expect(page.find('.caret').textContent).toBe('Wendy'));
    expect(page.root.innerHTML).not.toContain('Kim');
    expect(page.root.innerHTML).not.toContain('evil.example');
  });
});
