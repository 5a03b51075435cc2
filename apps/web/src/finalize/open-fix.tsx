import type { Finding } from '@duet/domain';
import { FindingIcon, findingTone } from '../meeting/rail/finding-icon.tsx';

interface OpenFixProps {
  readonly finding: Finding;
  readonly onReveal: (blockId: string) => void;
}

/** Something that may stay open: it is named in the notes as it is. One click leads to where it is settled. */
export function OpenFix({ finding, onReveal }: OpenFixProps) {
  return (
    <div className={`fix${findingTone(finding.kind) === 'bad' ? ' fix--bad' : ''}`}>
      <FindingIcon kind={finding.kind} />
      <div>
        <div className="fix__title">{finding.title}</div>
        <div className="fix__why">{finding.why}</div>
      </div>
      <button type="button" className="btn btn--sm" onClick={() => onReveal(finding.blockId)}>
        Settle first
      </button>
    </div>
  );
}
