import type { Block, Meeting } from '@duet/domain';
import { plain } from '@duet/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meetingMarkdown, parseMeetingMarkdown } from './markdown.ts';
import { blocks } from './registry.ts';
import { arbitraryBlocks, arbitraryMeeting, arbitraryMeetingOf } from './testing/arbitraries.ts';
import { block } from './testing/block.ts';
import { arbitraryString } from './testing/texts.ts';
import { withoutIds } from './testing/without-ids.ts';

const meetingOf = (...blocks: readonly Block[]): Meeting => ({
  title: 'Weekly sync',
  date: null,
  durationMinutes: 45,
  people: [],
  blocks,
});
const body = (...blocks: readonly Block[]): string =>
  meetingMarkdown(meetingOf(...blocks)).split('45 min\n\n')[1] ?? '';
const returns = (meeting: Meeting): void => {
  expect(withoutIds(parseMeetingMarkdown(meetingMarkdown(meeting)))).toEqual(withoutIds(meeting));
};

describe('[M33] what is written as Markdown comes back as it was', () => {
  test('a whole meeting, with links between its blocks', () => {
    fc.assert(fc.property(arbitraryMeeting(), returns), { numRuns: 50 });
  });

  test.each(Object.entries<fc.Arbitrary<Block>>(arbitraryBlocks))('%s, several in a row', (_, arbitrary) => {
    fc.assert(fc.property(arbitraryMeetingOf(fc.array(arbitrary, { minLength: 1, maxLength: 4 })), returns), {
      numRuns: 25,
    });
  });

  test('ids to which something links are kept, others are new', () => {
    const decided = block('decision', { id: 'old', text: plain('Ship'), supersededBy: 'new' });
    const deciding = block('decision', { id: 'new', supersedes: 'old' });
    const action = block('actionItem', { id: 'unnamed', origin: 'an earlier one' });
    const again = parseMeetingMarkdown(meetingMarkdown(meetingOf(decided, deciding, action)));
    expect(again.blocks).toMatchObject([
      { id: 'old', supersededBy: 'new' },
      { id: 'new', supersedes: 'old' },
      { origin: 'an earlier one' },
    ]);
    expect(again.blocks).not.toMatchObject([{}, {}, { id: 'unnamed' }]);
  });
});

describe('it reads well', () => {
  test('prose is the Markdown that people would write', () => {
    const markdown = body(
      block('textBlock', { kind: 'heading', level: 1, text: plain('Plan') }),
      block('textBlock', { text: [{ text: 'Ship ' }, { text: 'on Friday', bold: true }, { text: ', or\nnot' }] }),
      block('textBlock', { kind: 'bullet', text: plain('one') }),
      block('textBlock', { kind: 'bullet', indent: 1, text: [{ text: 'code()', code: true }] }),
      block('textBlock', { kind: 'ordered', text: plain('first') }),
      block('textBlock', { kind: 'ordered', text: plain('second') }),
      block('textBlock', { kind: 'check', checked: true, side: 'product', text: plain('done') }),
      block('textBlock', {
        kind: 'quote',
        text: [{ text: 'see ' }, { text: 'the log', link: 'https://example.com/a' }],
      }),
      block('textBlock', { kind: 'quote', indent: 2, text: plain('deep') }),
    );
    expect(markdown).toBe(`#### Plan

Ship **on Friday**, or\\
not

- one
  - \`code()\`

1. first
2. second

- [x] done <sub>product</sub>

> see [the log](https://example.com/a)

> deep <!-- indent 2 -->
`);
  });

  test('[M7] [M14] a promised date that nobody confirmed and a risk that nobody owns stand out', () => {
    const [row] = blocks.roadmapTable.read(blocks.roadmapTable.fresh(), () => 'a').rows;
    const [risk] = blocks.riskTable.read(blocks.riskTable.fresh(), () => 'b').rows;
    if (!row || !risk) throw new Error('a fresh table has a row');
    const markdown = body(
      { type: 'roadmapTable', rows: [{ ...row, feature: plain('Export'), dateState: 'promised' }] },
      {
        type: 'riskTable',
        rows: [{ ...risk, risk: plain('Late'), owner: 'the team', likelihood: 'high', likelihoodNote: '6 weeks' }],
      },
    );
    expect(markdown).toBe(`| Feature | Progress | Health | Target | Notes |
| - | - | - | - | - |
| Export | not started | | (promised) **⚠ not confirmed** | |

| Risk | Owner | Likelihood | Impact | Mitigation | State |
| - | - | - | - | - | - |
| Late | the team **⚠ unowned** | high (6 weeks) | | | open |
`);
  });

  test('actions in a row share a table; a decision is a heading with its facts', () => {
    expect(
      body(
        block('actionItem', { action: plain('Call Ana'), owner: 'wen' }),
        block('actionItem', { action: plain('Fix | pipe') }),
        block('decision', { text: plain('Ship'), state: 'decided', decidedBy: ['Ana', 'Ben'], why: plain('Ready') }),
      ),
    ).toBe(`| Action | Owner | Due | Status |
| - | - | - | - |
| Call Ana | wen | | open |
| Fix \\| pipe | | | open |

### Decision: Ship

- **State:** decided
- **Decided by:** Ana, Ben
- **Why:** Ready
`);
  });
});

describe('Markdown of others', () => {
  test('never throws, and keeps every word that is shown', () => {
    const words = fc.stringMatching(/^[a-z]{3,9}$/);
    const shape = fc.constantFrom(
      (w: string) => `# ${w}`,
      (w: string) => `### ${w}\n\n- ${w}`,
      (w: string) => `### Decision: ${w}\n\n- **Why:** ${w}\n- ${w}`,
      (w: string) => `1. ${w}\n\n   ${w}\n\n   > ${w}`,
      (w: string) => `> # ${w}\n> - ${w}`,
      (w: string) => `| ${w} | b |\n|---|---|\n| 1 | ${w} |`,
      (w: string) => `| Risk | ${w} |\n|---|---|\n| 1 | ${w} |`,
      (w: string) => `\`\`\`js\n${w}\n\`\`\``,
      (w: string) => `    ${w}`,
      (w: string) => `<div><p>${w}</p></div>`,
      (w: string) => `${w} H<sub>${w}</sub>O <kbd>${w}</kbd> ![${w}](x.png) [${w}](javascript:x) [${w}][r]`,
      (w: string) => `${w}[^1]\n\n[^1]: ${w}`,
      (w: string) => `${w}\n===\n${w}\n---`,
    );
    const piece = fc.tuple(shape, words).map(([make, word]) => ({ markdown: make(word), word }));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const said = JSON.stringify(parseMeetingMarkdown(pieces.map(({ markdown }) => markdown).join('\n\n')));
        for (const { markdown, word } of pieces) {
          const times = pieces.flatMap((each) => each.markdown.split(word)).length - pieces.length;
          expect(said.split(word).length - 1, markdown).toBeGreaterThanOrEqual(times);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('a character reference that names no character is left as it stands', () => {
    const { blocks } = parseMeetingMarkdown('See <a href="https://duet.example/&#99999999999;">there</a>');
    expect(blocks).toMatchObject([
      { text: [{ text: 'See ' }, { text: 'there', link: 'https://duet.example/&#99999999999;' }] },
    ]);
  });

  test('any text at all is read without an error', () => {
    fc.assert(
      fc.property(fc.array(arbitraryString), (lines) => void parseMeetingMarkdown(lines.join('\n'))),
      { numRuns: 80 },
    );
  });
});
