import type { Finding } from '@duet/domain';
import { Check } from 'lucide-react';
import { type AttentionContext, AttentionItem } from './attention-item.tsx';
import { useSettledCount } from './use-settled-count.ts';

interface AttentionListProps {
  readonly findings: readonly Finding[];
  readonly context: AttentionContext;
}

export function AttentionList({ findings, context }: AttentionListProps) {
  const settled = useSettledCount(findings);
  return (
    <section aria-labelledby="attention">
      <div className="rail__head">
        <h2 id="attention">Attention</h2>
        {findings.length > 0 && <span className="count count--warn">{findings.length}</span>}
      </div>
      <ul>
        {findings.map((finding) => (
          <AttentionItem key={`${finding.kind} ${finding.blockId}`} finding={finding} context={context} />
        ))}
      </ul>
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
