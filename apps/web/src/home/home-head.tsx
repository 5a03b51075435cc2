import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { MeetingSummary, Series } from '../api/types.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { PersonMenu } from './person-menu.tsx';

interface HomeHeadProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly meetings: readonly MeetingSummary[];
}

/** Title of the page. On phones, where the side is away, also the way to a new meeting and to oneself. */
export function HomeHead({ title, series, meetings }: HomeHeadProps) {
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
      {creating && <NewMeetingDialog series={series} meetings={meetings} onClose={() => setCreating(false)} />}
    </div>
  );
}
