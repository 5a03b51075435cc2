import { meetingMarkdown } from '@duet/blocks';
import { arbitraryMeeting, withoutIds } from '@duet/blocks/testing';
import { type Block, type IsoDate, type Meeting, make, plain, type TextBlock } from '@duet/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMeeting } from './index.ts';
import { HARBOR_NOTES } from './testing/notes.ts';
import { githubMarkdown } from './testing/write-text-formats.ts';

const TODAY = '2025-10-30' as IsoDate;

const WORDS = 'The gauge at pier nine, **not** the one at [pier] ten; 3 * 4 boats_and_crews, a | b. ';
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const prose =
  (kind: TextBlock['kind']) =>
  (index: number): Block =>
    make.textBlock({ kind, indent: kind === 'paragraph' ? 0 : index % 3, text: plain(`${index} ${WORDS}`.trim()) });

const empty = (): Block => make.textBlock({ kind: 'bullet' });

/** What a reader in pieces could cut in the wrong place: runs of one kind that have no heading among them. */
const LARGE: readonly (readonly [string, readonly Block[]])[] = [
  [
    'one roadmap, and another right below it',
    [40, 600].map((count) => ({
      type: 'roadmapTable' as const,
      rows: many(count, (index) =>
        make.roadmapRow({ feature: plain(`Item ${index}`), health: 'delayed', notes: plain(WORDS.trim()) }),
      ),
    })),
  ],
  [
    'one table of risks',
    [
      {
        type: 'riskTable',
        rows: many(600, (index) => make.riskRow({ risk: plain(WORDS.trim()), owner: `p${index}` })),
      },
    ],
  ],
  ['actions', many(700, (index) => make.actionItem({ action: plain(`${index} ${WORDS}`.trim()), owner: 'ana' }))],
  [
    'decisions, each with a list of its own above prose in lists',
    many(250, (index) => [
      make.decision({ text: plain(`Decision ${index}`), why: plain(WORDS.repeat(3).trim()), decidedBy: ['Ana'] }),
      make.textBlock({ kind: 'bullet', text: plain('Said by nobody') }),
    ]).flat(),
  ],
  ['paragraphs', many(800, prose('paragraph'))],
  ['a list', many(800, prose('bullet'))],
  ['a numbered list', many(800, prose('ordered'))],
  ['boxes below a section', [make.sectionHeading({ title: plain('Boxes') }), ...many(800, prose('check'))]],
  ['quotes', many(800, (index) => make.textBlock({ kind: 'quote', text: plain(`${index} ${WORDS}`.trim()) }))],
  ['items with nothing in them', many(6_000, (index) => (index % 7 === 0 ? prose('bullet')(index) : empty()))],
  ['a text of many lines', [make.textBlock({ text: plain(`${WORDS.trim()}\n`.repeat(900).trim()) })]],
  [
    'a text of many marks',
    many(40, () =>
      make.textBlock({ text: many(140, () => [{ text: 'bold', bold: true as const }, { text: ' and not ' }]).flat() }),
    ),
  ],
];

/** One meeting with the blocks of all, and with what they link to. */
function whole(meetings: readonly Meeting[]): Meeting {
  const [first] = meetings;
  if (!first) throw new Error('no meetings');
  const blocks = meetings.flatMap(
    (meeting, index) =>
      JSON.parse(JSON.stringify(meeting.blocks), (key, value) =>
        LINKS.has(key) && typeof value === 'string' ? `${value}-${index}` : value,
      ) as Block[],
  );
  return { ...first, blocks };
}

const LINKS: ReadonlySet<string> = new Set(['id', 'origin', 'supersedes', 'supersededBy', 'about']);

describe('[M33] our own Markdown', () => {
  it('comes back as the same meeting, whatever is in it', () => {
    fc.assert(
      fc.property(
        arbitraryMeeting(),
        fc.constantFrom('text/markdown' as const, 'text/plain' as const),
        (meeting, mediaType) => {
          const text = meetingMarkdown(meeting);
          expect(withoutIds(importMeeting({ mediaType, text, today: TODAY }).meeting)).toEqual(withoutIds(meeting));
        },
      ),
      { numRuns: 50 },
    );
  });

  it.each(LARGE)('comes back when it is large: %s', (_, blocks) => {
    const meeting = { title: 'Sync', date: TODAY, durationMinutes: 45, people: [], blocks };
    const text = meetingMarkdown(meeting);
    expect(text.length).toBeGreaterThan(64 * 1024);
    const read = importMeeting({ mediaType: 'text/markdown', text, today: TODAY });
    expect(withoutIds(read.meeting)).toEqual(withoutIds(meeting));
  });

  it('comes back when it is large, whatever is in it', () => {
    let longest = 0;
    fc.assert(
      fc.property(fc.array(arbitraryMeeting(), { minLength: 130, maxLength: 130 }), (meetings) => {
        const meeting = { ...whole(meetings), title: 'Sync' };
        const text = meetingMarkdown(meeting);
        longest = Math.max(longest, text.length);
        const read = importMeeting({ mediaType: 'text/markdown', text, today: TODAY });
        expect(withoutIds(read.meeting)).toEqual(withoutIds(meeting));
      }),
      { numRuns: 2 },
    );
    expect(longest).toBeGreaterThan(64 * 1024);
  });

  it('is refused in words where it is larger than any meeting, and never read as somebody else’s notes', () => {
    const blocks = [
      make.sectionHeading({ key: 'followup', title: plain('Notes') }),
      ...many(12_000, prose('paragraph')),
    ];
    const text = meetingMarkdown({ title: 'Sync', date: TODAY, durationMinutes: 45, people: [], blocks });
    expect(() => importMeeting({ mediaType: 'text/markdown', text, today: TODAY })).toThrow(
      'more text than one meeting',
    );
  });

  it('comes back with line ends of another system', () => {
    const { meeting } = importMeeting({ mediaType: 'text/markdown', text: githubMarkdown(HARBOR_NOTES), today: TODAY });
    const text = meetingMarkdown(meeting).replaceAll('\n', '\r\n');
    expect(withoutIds(importMeeting({ mediaType: 'text/markdown', text, today: TODAY }).meeting)).toEqual(
      withoutIds(meeting),
    );
  });

  it('comes back with a title and a duration beyond all measure', () => {
    const meeting = {
      title: 'Roadmap '.repeat(500).trim(),
      date: null,
      durationMinutes: Number.MAX_SAFE_INTEGER,
      people: [],
      blocks: [make.openQuestion({ question: plain('Who trims the title?') })],
    };
    const text = meetingMarkdown(meeting);
    expect(withoutIds(importMeeting({ mediaType: 'text/markdown', text, today: TODAY }).meeting)).toEqual(
      withoutIds(meeting),
    );
  });

  it('is known after somebody edited it', () => {
    const { meeting, recognised } = importMeeting({
      mediaType: 'text/markdown',
      text: githubMarkdown(HARBOR_NOTES),
      today: TODAY,
    });
    const text = `${meetingMarkdown(meeting)}\n* added by hand\n`;
    expect(importMeeting({ mediaType: 'text/markdown', text, today: TODAY }).recognised).toEqual({
      ...recognised,
      notes: recognised.notes + 1,
    });
  });

  it('is not what begins like it by chance', () => {
    const text =
      '# Sync\n\n- **Duration:** 45 min\n\n## Decisions\n\n* **Decided:** We sail at dawn. Rationale: The tide.\n';
    const { recognised } = importMeeting({ mediaType: 'text/markdown', text, today: TODAY });
    expect(recognised.decisions).toBe(1);
  });
});
