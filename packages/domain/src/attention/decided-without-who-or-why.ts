import { decisions } from '../meeting.ts';
import { isBlank } from '../rich-text.ts';
import { isWritten, textsOf, titleOf } from '../written.ts';
import type { Rule } from './finding.ts';

/** [M16] Decided, but the record lacks who decided or why. */
export const decidedWithoutWhoOrWhy: Rule = (meeting) =>
  decisions(meeting)
    .filter((decision) => decision.state === 'decided' && isWritten(textsOf.decision(decision)))
    .flatMap((decision) => {
      const who = decision.decidedBy.length > 0;
      const why = !isBlank(decision.why);
      if (who && why) return [];
      const lacking = !who && !why ? 'who decided and why' : who ? 'why' : 'who decided';
      return [
        {
          kind: 'decided-without-who-or-why' as const,
          blockId: decision.id,
          title: titleOf(textsOf.decision(decision)),
          why: `Decided, but it does not say ${lacking}.`,
          fix: who ? { kind: 'write' as const, field: 'why' as const } : { kind: 'name-deciders' as const },
        },
      ];
    });
