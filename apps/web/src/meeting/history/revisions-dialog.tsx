import { useState } from 'react';
import { messageOf } from '../../api/api-error.ts';
import { listRevisions } from '../../api/revisions.ts';
import type { Finalized } from '../../api/types.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { useAsync } from '../../ui/use-async.ts';
import { RevisionList } from './revision-list.tsx';
import { RevisionView } from './revision-view.tsx';

interface RevisionsDialogProps {
  readonly meetingId: string;
  readonly onClose: () => void;
}

/** What was final, each time, and what changed from one to the next and until now, in words (M32). */
export function RevisionsDialog({ meetingId, onClose }: RevisionsDialogProps) {
  const loaded = useAsync(() => listRevisions(meetingId), [meetingId]);
  const [chosen, setChosen] = useState<number | 'now'>('now');
  return (
    <Dialog
      title="Final revisions"
      lead="Each finalizing made one, and its downloads never change. What moved between them is told in words."
      onClose={onClose}
    >
      {loaded.state === 'failed' && <p className="dialog__part">{messageOf(loaded.error)}</p>}
      {loaded.state === 'done' && (
        <div className="dialog__part history">
          <RevisionList revisions={loaded.value} chosen={chosen} onChoose={setChosen} />
          <RevisionView meetingId={meetingId} {...comparisonOf(loaded.value, chosen)} />
        </div>
      )}
    </Dialog>
  );
}

/** A revision is told against the one before it, now against the last one. */
function comparisonOf(revisions: readonly Finalized[], chosen: number | 'now') {
  const index = chosen === 'now' ? revisions.length : revisions.findIndex(({ revision }) => revision === chosen);
  return { revision: revisions[index] ?? null, previous: revisions[index - 1]?.revision ?? null };
}
