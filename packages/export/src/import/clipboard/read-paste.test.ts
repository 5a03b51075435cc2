import { finish } from '@duet/blocks';
import { type Block, type IsoDate, plainText } from '@duet/domain';
import { describe, expect, it } from 'vitest';
import {
  type Clipboard,
  CODE_EDITOR,
  excel,
  GOOGLE_DOCS,
  googleSheets,
  HOSTILE_PAGE,
  libreOffice,
  NOTION,
  numbers,
  WORD,
} from '../testing/clipboards.ts';
import { type Pasted, type RowKind, readPaste } from './read-paste.ts';

const ANCHOR = '2027-03-18' as IsoDate;

function paste(clipboard: Partial<Clipboard>, section: string | null = null): Pasted {
  return finish(readPaste({ html: '', text: '', anchor: ANCHOR, section, ...clipboard }));
}

/** Blocks in short: the type, or the kind of a text, and what they say. */
function told(blocks: readonly Block[]): readonly unknown[] {
  return blocks.flatMap((block) =>
    'rows' in block ? block.rows.map((row) => [block.type, ...values(row)]) : [[nameOf(block), ...values(block)]],
  );
}

function nameOf(block: Block): string {
  return block.type === 'textBlock' ? `${block.kind}${block.indent > 0 ? ` ${block.indent}` : ''}` : block.type;
}

function values(entry: object): readonly unknown[] {
  return Object.entries(entry).flatMap(([name, value]) => {
    if (name === 'id' || name === 'type' || UNSAID.has(value) || (Array.isArray(value) && value.length === 0))
      return [];
    if (!Array.isArray(value)) return name === 'kind' || name === 'indent' || name === 'level' ? [] : [value];
    return value.every((run) => typeof run === 'object') ? [plainText(value)] : [value.join(', ')];
  });
}

const UNSAID: ReadonlySet<unknown> = new Set([null, false, 0, '', 'not-started']);

const PROGRAMS = { googleSheets, excel, libreOffice, numbers };

function rowsIn(clipboard: Clipboard, kind: RowKind, from = 0): readonly unknown[] | null {
  const rows = paste(clipboard).rows(kind, from);
  return rows === null ? null : told(rows).map((row) => (row as unknown[]).slice(1));
}

describe.each(Object.entries(PROGRAMS))('[M3] cells of %s', (_, copy) => {
  it('are rows of a roadmap by the names of their columns, and what has no column is a note', () => {
    const rows = [
      ['Feature', 'Squad', 'Status', 'Target'],
      ['Berth search', 'North', 'On track', '4/12'],
      ['Harbor map', '', 'Delayed', '12-Apr-27'],
    ];
    expect(rowsIn(copy(rows), 'roadmap')).toEqual([
      ['Berth search', 'in-progress', 'on-track', '2027-04-12', 'Squad: North'],
      ['Harbor map', 'in-progress', 'delayed', '2027-04-12'],
    ]);
  });

  it('without names go by their looks, then by their place', () => {
    const rows = [
      ['Berth search', '@dana', 'On track', '4/12', 'Index is rebuilt'],
      ['Invoice export', '@wen', 'At risk', '4/30/2027', ''],
    ];
    expect(rowsIn(copy(rows), 'roadmap')).toEqual([
      ['Berth search', 'in-progress', 'on-track', '2027-04-12', '@dana\nIndex is rebuilt'],
      ['Invoice export', 'in-progress', 'at-risk', '2027-04-30', '@wen'],
    ]);
    expect(
      rowsIn(
        copy([
          ['Gauge stops', 'Dana', 'High', 'Low (season)', 'Cache it'],
          ['Fog', '', 'Low', 'Low', ''],
        ]),
        'risks',
      ),
    ).toEqual([
      ['Gauge stops', 'Dana', 'high', 'low', 'season', 'Cache it', 'open'],
      ['Fog', 'low', 'low', 'open'],
    ]);
  });

  it('keep a cell of several lines, with quotes, in one cell', () => {
    expect(
      rowsIn(
        copy([
          ['Berth "B"', 'One line\nand another'],
          ['Map', 'x'],
        ]),
        'roadmap',
      ),
    ).toEqual([
      ['Berth "B"', 'One line\nand another'],
      ['Map', 'x'],
    ]);
  });

  it('of a table of another kind are no rows of this one, and become what they are', () => {
    const pasted = paste(
      copy([
        ['Risk', 'Owner', 'Impact'],
        ['Fog', '@wen', 'High'],
      ]),
    );
    expect(pasted.rows('roadmap', 0)).toBeNull();
    expect(told(pasted.blocks)).toEqual([['riskTable', 'Fog', 'wen', 'high', 'open']]);
  });
});

describe('[M3] cells that begin in another column', () => {
  it('fill from there on', () => {
    expect(
      rowsIn(
        googleSheets([
          ['slipped', 'a word'],
          ['shipped', 'another'],
        ]),
        'roadmap',
        3,
      ),
    ).toEqual([['slipped\na word'], ['shipped\nanother']]);
  });

  it('one column alone is rows as well, where it comes from a spreadsheet', () => {
    expect(rowsIn(googleSheets([['Berth search'], ['Harbor map']]), 'roadmap')).toEqual([
      ['Berth search'],
      ['Harbor map'],
    ]);
    expect(paste({ text: 'Berth search\nHarbor map' }).rows('roadmap', 0)).toBeNull();
  });

  it('keep their columns behind merged ones', () => {
    const html = `<table><tr><td>Feature</td><td>Status</td><td>Target</td></tr><tr><td rowspan="2">Map</td><td>Blocked</td><td>4/12</td></tr><tr><td>On track</td><td>4/13</td></tr><tr><td colspan="2">Crew</td><td>4/14</td></tr></table>`;
    expect(rowsIn({ html, text: '' }, 'roadmap')).toEqual([
      ['Map', 'in-progress', 'blocked', '2027-04-12'],
      ['in-progress', 'on-track', '2027-04-13'],
      ['Crew', '2027-04-14'],
    ]);
  });
});

describe('[M5] notes from elsewhere', () => {
  it('of Google Docs keep headings, lists, marks and links, and their table is a roadmap', () => {
    const { blocks, form } = paste(GOOGLE_DOCS);
    expect(form).toBe('document');
    expect(told(blocks)).toEqual([
      ['heading', 'Harbor notes'],
      ['paragraph', 'The gauge feed has no service level, see the page.'],
      ['bullet', 'Ask the port'],
      ['bullet 1', 'by mail'],
      ['ordered', 'Then the vendor'],
      ['heading', 'Roadmap'],
      ['roadmapTable', 'Berth search', 'in-progress', 'on-track', '2026-09-30'],
      ['roadmapTable', 'Harbor map', 'in-progress', 'blocked'],
    ]);
    expect(blocks[1]).toMatchObject({
      text: [
        { text: 'The ' },
        { text: 'gauge feed', bold: true },
        { text: ' has ' },
        { text: 'no', italic: true },
        { text: ' service level, see ' },
        { text: 'the page', link: 'https://harbor.example/gauge' },
        { text: '.' },
      ],
    });
  });

  it.each([
    ['HTML', NOTION],
    ['Markdown', { html: '', text: NOTION.text }],
  ])('of Notion as %s become risks, decisions and questions below their headings', (_, clipboard) => {
    expect(told(paste(clipboard).blocks)).toEqual([
      ['heading', 'Risks'],
      ['riskTable', 'Gauge feed stops', 'tomas', 'medium', 'high', 'season', 'Cache the last day', 'open'],
      ['riskTable', 'No designer', 'high', 'medium', 'Ask the agency', 'open'],
      ['heading', 'Decisions'],
      ['decision', 'decided', 'Badges replace passwords.', 'nobody types with gloves on.'],
      ['heading', 'Open questions'],
      ['openQuestion', 'Who pays for extra tiles?', 'ines', 'open'],
      ['openQuestion', 'Ship the map', 'answered'],
    ]);
  });

  it('of Word keep the lists that are drawn as paragraphs', () => {
    expect(told(paste(WORD).blocks)).toEqual([
      ['heading', 'Pier plan'],
      ['paragraph', 'We move on Monday.'],
      ['bullet', 'First the crane'],
      ['bullet 1', 'then the hooks'],
      ['actionItem', 'Book the crane', 'bao', '2027-04-12', 'open'],
    ]);
  });

  it('out of an editor for code are Markdown, not coloured lines', () => {
    expect(told(paste(CODE_EDITOR).blocks)).toEqual([
      ['heading', 'Action items'],
      ['actionItem', 'book the crane by 2027-04-12', 'bao', '2027-04-12', 'open'],
    ]);
  });

  it('without a heading of their own are of the section they are pasted into', () => {
    expect(told(paste({ text: '- Whether old phones stay\n- Who pays' }, 'questions').blocks)).toEqual([
      ['openQuestion', 'Whether old phones stay', 'open'],
      ['openQuestion', 'Who pays', 'open'],
    ]);
    expect(told(paste({ text: '- Whether old phones stay\n- Who pays' }).blocks)).toEqual([
      ['bullet', 'Whether old phones stay'],
      ['bullet', 'Who pays'],
    ]);
  });

  it('of one paragraph are a line, whatever it says', () => {
    const { form, text } = paste({ html: '<p>Decided: we <b>sail</b></p>', text: 'Decided: we sail' });
    expect([form, text]).toEqual(['line', [{ text: 'Decided: we ' }, { text: 'sail', bold: true }]]);
  });
});

describe('[G25] what is hostile', () => {
  it('leaves no script, no handler and no address that runs', () => {
    const { blocks } = paste(HOSTILE_PAGE);
    expect(JSON.stringify(blocks)).not.toMatch(/pwned|javascript:|data:|onerror|script/);
    expect(told(blocks)).toEqual([
      ['heading', 'Heading'],
      ['paragraph', 'Words press data safe'],
    ]);
    expect(JSON.stringify(blocks)).toContain('"link":"https://safe.example/"');
  });

  it.each([
    ['too-large', { text: 'so many words '.repeat(400_000) }],
    ['too-large', { text: 'so many words '.repeat(10_000) }],
    ['too-large', { html: `<p>${'x'.repeat(5_000_000)}</p>` }],
    ['too-many-parts', { text: 'a\n'.repeat(3_000) }],
    ['too-many-parts', { html: `<table>${'<tr><td>a<td>b'.repeat(3_000)}</table>` }],
    ['too-deep', { html: `${'<div>'.repeat(400)}deep` }],
    ['not-text', { text: 'PK\0\0' }],
    ['empty', { html: '<img src="https://a.example/x.png">' }],
  ])('is refused: %s', (code, clipboard) => {
    expect(() => paste(clipboard)).toThrow(expect.objectContaining({ code }));
  });
});
