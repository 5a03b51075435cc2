import { useState } from 'react';
import { BrandMark } from '../ui/brand.tsx';
import { type ImportWishProps, ImportZone } from './import/import-zone.tsx';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { SampleButton } from './sample-button.tsx';

/** For a browser that nobody has introduced themselves in. */
export function Welcome({ wish, onWish }: ImportWishProps) {
  const [creating, setCreating] = useState(false);
  return (
    <main className="notice">
      <span className="brand">
        <BrandMark />
        Duet
      </span>
      <div className="notice__card">
        <h1>Run the sync as two</h1>
        <p>
          One live document for the weekly product and engineering meeting. Both sides write at once; what is late,
          unowned or not talked through comes up by itself.
        </p>
        <p className="muted">Were you invited? Open the link you were sent. It brings you straight in.</p>
        <div className="notice__do">
          <button type="button" className="btn btn--primary btn--lg" onClick={() => setCreating(true)}>
            New meeting
          </button>
          <SampleButton large />
        </div>
        <ImportZone series={[]} wish={wish} onWish={onWish} />
      </div>
      {creating && <NewMeetingDialog series={[]} onClose={() => setCreating(false)} />}
    </main>
  );
}
