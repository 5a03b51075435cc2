import { type AttentionOptions, attention } from '../attention/attention.ts';
import type { Finding } from '../attention/finding.ts';
import { unownedRisk } from '../attention/unowned-risk.ts';
import type { Meeting } from '../meeting.ts';

/** [M31] What keeps a meeting from being finalized: risks to assign or escalate. Rows without a text don't count. */
export function finalizeFindings(meeting: Meeting): readonly Finding[] {
  return unownedRisk(meeting);
}

/** [M31] Everything else that is still open: shown in the review, each with its fix. */
export function finalizeWarnings(meeting: Meeting, options: AttentionOptions): readonly Finding[] {
  return attention(meeting, options).filter((finding) => finding.kind !== 'unowned-risk');
}
