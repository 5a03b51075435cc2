import type { Finding } from '@duet/domain';
import { Check } from 'lucide-react';
import { useId, useState } from 'react';
import { type AttentionContext, AttentionItem } from './attention-item.tsx';
import { useSettledCount } from './use-settled-count.ts';

interface AttentionListProps {
  readonly findings: readonly Finding[];
  readonly context: AttentionContext;
}

/** More than these would be a wall, not a list. */
const SHOWN = 7;

export function AttentionList({ findings, context }: AttentionListProps) {
  const id = useId();
  const [all, setAll] = useState(false);
  const rest = findings.length - SHOWN;
  const settled = useSettledCount(findings);
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>Attention</h2>
        {findings.length > 0 && <span className="count count--warn">{findings.length}</span>}
      </div>
      <ul>
        {(all ? findings : findings.slice(0, SHOWN)).map((finding) => (
          <AttentionItem key={`${finding.kind} ${finding.blockId}`} finding={finding} context={context} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="btn btn--sm btn--ghost attn-more" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show ${rest} more`}
        </button>
      )}
      {(settled > 0 || findings.length === 0) && (
        <div className="resolved">
          <Check className="icon" />
          {findings.length > 0 ? `${settled} settled in this meeting` : allClear(settled)}
        </div>
      )}
    </section>
  );
}

function allClear(settled: number): string {
  return settled === 0 ? 'Nothing needs attention.' : `Nothing is being missed. ${settled} settled in this meeting.`;
}
