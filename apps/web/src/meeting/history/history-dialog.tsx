import { useState } from 'react';
import { messageOf } from '../../api/api-error.ts';
import { listVersions, restoreVersion } from '../../api/history.ts';
import type { Version } from '../../api/types.ts';
import { clockOrDay } from '../../time/format-date.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormError } from '../../ui/form-error.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useAsync } from '../../ui/use-async.ts';
import { useBusy } from '../../ui/use-busy.ts';
import { PastNotesView } from './past-notes.tsx';
import { VersionList } from './version-list.tsx';

interface HistoryDialogProps {
  readonly meetingId: string;
  readonly mayRestore: boolean;
  readonly onClose: () => void;
}

/** What the notes said before, and the way back to it (G9). */
export function HistoryDialog({ meetingId, mayRestore, onClose }: HistoryDialogProps) {
  const loaded = useAsync(() => listVersions(meetingId), [meetingId]);
  const [seq, setSeq] = useState<number | null>(null);
  const { busy, error, run } = useBusy();
  const versions = loaded.state === 'done' ? loaded.value : [];
  const newest = versions[0];
  const chosen = versions.find((version) => version.seq === seq) ?? newest;
  const restore = (version: Version): void =>
    run(async () => {
      await restoreVersion(meetingId, version.seq);
      toasts.show({
        tone: 'done',
        text: `The notes of ${clockOrDay(version.at)} are back`,
        sub: 'What they replaced is in the history.',
      });
      onClose();
    });
  return (
    <Dialog title="History" lead="What the notes said before, and who wrote." onClose={onClose}>
      {loaded.state === 'failed' && <p className="dialog__part">{messageOf(loaded.error)}</p>}
      {chosen && (
        <div className="dialog__part history">
          <VersionList versions={versions} chosen={chosen} onChoose={(version) => setSeq(version.seq)} />
          <PastNotesView meetingId={meetingId} version={chosen} />
        </div>
      )}
      <div className="dialog__foot">
        <FormError message={error} />
        <span className="muted">
          {mayRestore
            ? 'It comes back as a new edit. Nothing written since is lost: it stays in this list.'
            : 'While the notes are open, a facilitator can bring a version back.'}
        </span>
        {mayRestore && chosen && (
          <button
            type="button"
            className="btn btn--primary"
            disabled={busy || chosen === newest}
            onClick={() => restore(chosen)}
          >
            Bring this version back
          </button>
        )}
      </div>
    </Dialog>
  );
}
