import { attention } from '../attention/attention.ts';
import type { Finding } from '../attention/finding.ts';
import type { IsoDate } from '../iso-date.ts';
import type { Meeting } from '../meeting.ts';

/** [M35] What final notes left open, each entry once with the worst that is said of it: the next meeting begins with it. */
export function carriedPoints(meeting: Meeting, today: IsoDate): readonly Finding[] {
  const worst = new Map<string, Finding>();
  for (const finding of attention(meeting, { today })) {
    if (!worst.has(finding.blockId)) worst.set(finding.blockId, finding);
  }
  return [...worst.values()];
}
