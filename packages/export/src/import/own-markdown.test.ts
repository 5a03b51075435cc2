import { meetingMarkdown } from '@duet/blocks';
import { arbitraryMeeting, withoutIds } from '@duet/blocks/testing';
import { type IsoDate, make, plain } from '@duet/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importMeeting } from './index.ts';
import { HARBOR_NOTES } from './testing/notes.ts';
import { githubMarkdown } from './testing/write-text-formats.ts';

const TODAY = '2025-10-30' as IsoDate;

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
