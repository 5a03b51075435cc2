import { addDays, type IsoDate, plainText } from '@duet/domain';
import { describe, expect, it } from 'vitest';
import { importMeeting } from './index.ts';
import { expectedFacts, score } from './testing/facts.ts';
import { FORMATS } from './testing/formats.ts';
import { HARBOR_FACTS } from './testing/harbor-facts.ts';
import { HARBOR_NOTES } from './testing/notes.ts';
import { seedFacts, seedNotes, seedText } from './testing/seed-notes.ts';
import { githubMarkdown } from './testing/write-text-formats.ts';

const TODAY = '2025-10-30' as IsoDate;

/** The share of facts, for whoever runs the tests; and which ones are missing, for whoever broke them. */
function expectAll(source: string, name: string, { found, total, missing }: ReturnType<typeof score>): void {
  process.stdout.write(`${source} as ${name}: ${found} of ${total} facts (${Math.floor((100 * found) / total)} %)\n`);
  expect(missing).toEqual([]);
}

describe('[M33] every fact of the notes is recognised', () => {
  const expected = expectedFacts(HARBOR_FACTS);

  it.each(FORMATS)('in %s', (name, mediaType, write) => {
    const { meeting } = importMeeting({ mediaType, text: write(HARBOR_NOTES), today: TODAY });
    expectAll('Harbor', name, score(expected, meeting));
  });

  it.each(FORMATS)('and counted for the preview, in %s', (_, mediaType, write) => {
    const { recognised } = importMeeting({ mediaType, text: write(HARBOR_NOTES), today: TODAY });
    expect(recognised).toEqual({
      roadmap: 5,
      upcoming: 2,
      constraints: 2,
      risks: 3,
      decisions: 2,
      actions: 3,
      questions: 2,
      checklist: 3,
      notes: 2,
    });
  });

  it('[M30] keeps what is ticked', () => {
    for (const [, mediaType, write] of FORMATS.slice(4)) {
      const { meeting } = importMeeting({ mediaType, text: write(HARBOR_NOTES), today: TODAY });
      const ticked = meeting.blocks.filter(
        (block) => block.type === 'textBlock' && block.kind === 'check' && block.checked,
      );
      expect(ticked.map((block) => (block.type === 'textBlock' ? plainText(block.text) : ''))).toEqual([
        'PM brings the pricing table up to date',
      ]);
    }
  });

  it('[M23] reads the time box of a section', () => {
    const { meeting } = importMeeting({ mediaType: 'text/markdown', text: githubMarkdown(HARBOR_NOTES), today: TODAY });
    const headings = meeting.blocks.filter((block) => block.type === 'sectionHeading');
    expect(headings.map(({ key, minutes }) => [key, minutes])).toEqual([
      ['checklist', null],
      ['roadmap', 8],
      ['upcoming', null],
      ['constraints', null],
      ['risks', null],
      ['decisions', null],
      ['actions', null],
      ['questions', null],
      ['followup', null],
    ]);
  });
});

describe.skipIf(seedText === null)('[M33] every fact of the seed is recognised', () => {
  const text = seedText ?? '';
  const notes = seedNotes(text);
  const expected = expectedFacts(seedFacts(notes, addDays(TODAY, 42)));

  it('as it is', () => {
    const { meeting } = importMeeting({ mediaType: 'text/plain', text, today: TODAY });
    expectAll('Seed', 'it is', score(expected, meeting));
  });

  it.each(FORMATS)('in %s', (name, mediaType, write) => {
    const { meeting } = importMeeting({ mediaType, text: write(notes), today: TODAY });
    expectAll('Seed', name, score(expected, meeting));
  });
});
