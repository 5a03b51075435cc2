import { decisions } from '../meeting.ts';
import { soleOwner } from '../people.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M16] A decision is pending, and it is nobody's to bring about. */
export const pendingWithoutOwner: Rule = (meeting) =>
  decisions(meeting)
    .filter((decision) => decision.state === 'pending' && isWritten(textsOf.decision(decision)))
    .filter((decision) => soleOwner(decision.owner) === null)
    .map((decision) => ({
      kind: 'pending-without-owner',
      blockId: decision.id,
      title: titleOf(textsOf.decision(decision)),
      why: 'Pending, and no one person is named to settle it.',
      fix: { kind: 'name-owner' },
    }));
