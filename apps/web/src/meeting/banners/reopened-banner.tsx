import { LockOpen } from 'lucide-react';
import type { MeetingMetadata } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';

interface ReopenedBannerProps {
  readonly metadata: MeetingMetadata;
  readonly onRevisions: () => void;
}

/** These notes were final before, and will be once more, under the next number (M32). */
export function ReopenedBanner({ metadata: { reopened, revisions }, onRevisions }: ReopenedBannerProps) {
  if (reopened === null) return null;
  return (
    <div className="locked" role="status">
      <LockOpen className="icon" />
      <span>
        <strong>Reopened</strong>
        {` by ${reopened.by} at ${clockOrDay(reopened.at)}. Revision ${revisions} stays as it was; finalizing makes revision ${revisions + 1}.`}
      </span>
      <button type="button" className="btn btn--sm" onClick={onRevisions}>
        What changed
      </button>
    </div>
  );
}
