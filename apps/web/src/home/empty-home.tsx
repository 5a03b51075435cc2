import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Series } from '../api/types.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { SampleButton } from './sample-button.tsx';

export function EmptyHome({ series }: { readonly series: readonly Series[] }) {
  const [creating, setCreating] = useState(false);
  return (
    <>
      <div className="empty">
        <div className="empty__title">No meetings yet</div>
        <p className="empty__text">Make one and send the link. Whoever opens it is in the room.</p>
        <div className="empty__do">
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            <Plus className="icon icon--14" />
            New meeting
          </button>
          <SampleButton />
        </div>
      </div>
      {creating && <NewMeetingDialog series={series} onClose={() => setCreating(false)} />}
    </>
  );
}
