import { Lock } from 'lucide-react';
import { useState } from 'react';
import { reopenMeeting } from '../../api/meetings.ts';
import type { MeetingMetadata } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { useBusy } from '../../ui/use-busy.ts';

interface LockedBannerProps {
  readonly metadata: MeetingMetadata;
  readonly onRevisions: () => void;
  readonly onReopened: () => Promise<void>;
}

/** Who locked the notes and when (M32); facilitators open them again from here. */
export function LockedBanner({ metadata, onRevisions, onReopened }: LockedBannerProps) {
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useBusy();
  const { finalizedAt, finalizedBy, revision, role } = metadata;
  const when = finalizedAt ? clockOrDay(finalizedAt) : '';
  const reopen = (): void =>
    run(async () => {
      await reopenMeeting(metadata.id);
      setAsking(false);
      await onReopened();
    });
  return (
    <div className="locked" role="status">
      <Lock className="icon" />
      <span>
        <strong>Finalized</strong>
        {`${finalizedBy ? ` by ${finalizedBy}` : ''}${when ? ` at ${when}` : ''}${revision && revision > 1 ? `, revision ${revision}` : ''}. Everyone sees this version.`}
      </span>
      {revision !== null && revision > 1 && (
        <button type="button" className="btn btn--sm btn--ghost" onClick={onRevisions}>
          What changed
        </button>
      )}
      {role === 'facilitator' && (
        <button type="button" className="btn btn--sm" onClick={() => setAsking(true)}>
          Reopen
        </button>
      )}
      {asking && (
        <Dialog
          narrow
          title="Reopen the notes?"
          lead={`Everyone can edit again. Revision ${revision} stays as it is, with its downloads; finalizing once more makes revision ${(revision ?? 0) + 1}. What has not been sent to anybody yet is held back.`}
          onClose={() => setAsking(false)}
        >
          <div className="dialog__foot">
            <FormError message={error} />
            <button type="button" className="btn btn--ghost" onClick={() => setAsking(false)}>
              Keep it final
            </button>
            <button type="button" className="btn btn--primary btn--lg" disabled={busy} onClick={reopen}>
              Reopen for everyone
            </button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
