import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Series } from '../api/types.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { PersonMenu } from './person-menu.tsx';

/** Title of the page. On phones, where the side is away, also the way to a new meeting and to oneself. */
export function HomeHead({ title, series }: { readonly title: string; readonly series: readonly Series[] }) {
  const [creating, setCreating] = useState(false);
  return (
    <div className="home-head">
      <h1 className="doc-title doc-title--home">{title}</h1>
      <div className="home-head__do mobile-only">
        <button type="button" className="btn" onClick={() => setCreating(true)}>
          <Plus className="icon icon--14" />
          New
        </button>
        <PersonMenu small />
      </div>
      {creating && <NewMeetingDialog series={series} onClose={() => setCreating(false)} />}
    </div>
  );
}
