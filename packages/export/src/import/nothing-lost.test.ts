import type { IsoDate, Meeting } from '@duet/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMeeting } from './index.ts';
import { FORMATS } from './testing/formats.ts';
import type { NotesNode } from './testing/notes.ts';
import { seedText } from './testing/seed-notes.ts';

const TODAY = '2025-10-30' as IsoDate;

/** Words that stand for nothing, so that only keeping them keeps them; each is counted up when notes are made of them. */
const WORD = 'kw';
const phrase = fc
  .array(
    fc.constantFrom(
      WORD,
      WORD,
      WORD,
      '@kw',
      'March 3',
      'by',
      '— kw',
      '(kw)',
      'kw:',
      'kw.',
      '2025-03-04',
      'High',
      'in about 3 weeks',
      'kw?',
    ),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(' '));
const LABELS = [
  'Decided:',
  'Pending:',
  'Owner:',
  'Rationale:',
  'Product intent:',
  'Engineering flag:',
  'Risk:',
  'Action:',
  'Question:',
  'Date:',
  'Attendees:',
  'Duration:',
  'Feasibility:',
  'Mitigation:',
  'Impact:',
  'Due:',
  'Status:',
];
const labelled = fc
  .tuple(fc.constantFrom('', ...LABELS), phrase, fc.constantFrom('', ...LABELS), phrase)
  .map((parts) => parts.join(' ').trim());
const cell = fc.oneof(
  phrase,
  fc.constantFrom(
    '',
    '🟡 In progress — delayed',
    'Shipped',
    '2025-03-21',
    'Apr 14',
    '@kw',
    'High (kw)',
    'Open',
    'High',
    'kw shipped',
    'Apr 14 kw',
  ),
);
const HEADERS = [
  ['Feature', 'Status', 'Target Date', 'Notes'],
  ['Risk', 'Owner', 'Likelihood', 'Impact', 'Mitigation'],
  ['Owner', 'Action', 'Due Date', 'Status'],
  ['Decision', 'Status', 'Decided by', 'Why'],
  ['Question', 'Owner', 'Answer'],
  ['Constraint', 'Window', 'Detail'],
  ['Item', 'Sprint start', 'Product intent', 'Engineering'],
  ['kw', 'Owner', 'kw'],
  ['Feature', 'kw', 'Status'],
];
const table = fc
  .constantFrom(...HEADERS)
  .chain((head) =>
    fc
      .array(fc.tuple(...head.map(() => cell)), { minLength: 1, maxLength: 3 })
      .map((rows) => ({ table: [head, ...rows] })),
  );
const SECTIONS = [
  'Before the meeting',
  'Meeting details',
  'Roadmap status',
  'Upcoming work',
  'Technical constraints',
  'Risks',
  'Decisions',
  'Action items',
  'Open questions',
  'Follow-up',
  'kw kw',
  'Weekly kw',
];
const node: fc.Arbitrary<NotesNode> = fc.oneof(
  fc.record({ heading: fc.constantFrom(...SECTIONS), level: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ paragraph: labelled }),
  fc.record({ paragraph: fc.tuple(phrase, phrase).map(([bold, rest]) => `**${bold}:** ${rest}`) }),
  fc.record({ list: fc.array(labelled, { minLength: 1, maxLength: 4 }) }),
  fc.record({ list: fc.array(labelled, { minLength: 2, maxLength: 2 }), boxes: fc.constant([true, false]) }),
  table,
);

/** The same notes with every stand-in word another one: kw1x, kw2x, … */
function numbered(notes: readonly NotesNode[]): { notes: readonly NotesNode[]; words: readonly string[] } {
  const words: string[] = [];
  const text = JSON.stringify(notes).replaceAll(/\bkw\b/g, () => {
    words.push(`kw${words.length + 1}x`);
    return words.at(-1) ?? '';
  });
  return { notes: JSON.parse(text) as readonly NotesNode[], words };
}

/** Every text and attribute of a meeting. */
function said(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((run) => typeof run?.text === 'string' && run.type === undefined))
    return value.map((run) => run.text).join('');
  return typeof value === 'object' && value !== null ? Object.values(value).map(said).join(' ') : '';
}

function missing(words: readonly string[], meeting: Meeting): readonly string[] {
  // Within others too: where a page glues its cells, two words are one.
  const kept = said(meeting).toLowerCase();
  return words.filter((word) => !kept.includes(word));
}

describe('[M33] nothing is dropped', () => {
  it.each(FORMATS)('of any notes as %s', (_, mediaType, write) => {
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 6 }).map(numbered), ({ notes, words }) => {
        fc.pre(words.length > 0);
        const { meeting } = importMeeting({ mediaType, text: write(notes), today: TODAY });
        expect(missing(words, meeting)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.skipIf(seedText === null)('of the seed, but for names of columns, fields and values', () => {
    const { meeting } = importMeeting({ mediaType: 'text/plain', text: seedText ?? '', today: TODAY });
    const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    // What is missing as a word was glued to others: those come apart where small letters meet capitals or digits.
    const glued = new Set(missing(words(seedText ?? ''), meeting));
    const parts = (seedText ?? '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => glued.has(word.toLowerCase()))
      .flatMap((word) => words(word.replaceAll(/(\p{Ll})(?=[\p{Lu}\d])|(\d)(?=\p{Lu})/gu, '$& ')));
    const vocabulary =
      /^(?:meeting|details|date|facilitator|attendees|duration|feature|status|target|notes|risk|owner|likelihood|impact|mitigation|action|due|product|intent|engineering|flag|needs|sprint|starting|rationale|decided|pending|shipped|in|progress|delayed|not|started|reprioritized|on|track|high|medium|low|open|mar|apr|jun|march|april|\d+)$/;
    const lost = missing(parts, meeting);
    expect(lost.filter((word) => !vocabulary.test(word))).toEqual([]);
  });
});
