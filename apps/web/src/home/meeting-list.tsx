import { Lock, Plus, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeetingSummary, Series } from '../api/types.ts';
import { localToday } from '../time/format-date.ts';
import { STATUS_LABELS, whenLabel } from './meeting-words.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { latestFirst } from './next-meeting.ts';

interface MeetingListProps {
  readonly meetings: readonly MeetingSummary[];
  readonly series: readonly Series[];
  readonly next: MeetingSummary | null;
}

export function MeetingList({ meetings, series, next }: MeetingListProps) {
  const [creating, setCreating] = useState(false);
  const others = latestFirst(meetings).filter((meeting) => meeting.id !== next?.id);
  const today = localToday();
  return (
    <section className="home-list" aria-labelledby="all-meetings">
      <div className="block-head">
        {next === null ? <h1 id="all-meetings">Meetings</h1> : <h2 id="all-meetings">Other meetings</h2>}
        <span className="count">{others.length}</span>
        <div className="end">
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            <Plus className="icon icon--14" />
            New meeting
          </button>
        </div>
      </div>
      <ul>
        {others.map((meeting) => (
          <li key={meeting.id}>
            <Link href={`/m/${meeting.id}`} className="meet">
              {meeting.status === 'finalized' ? <Lock className="icon" /> : <StickyNote className="icon" />}
              <strong>{meeting.title}</strong>
              <span className="muted">{STATUS_LABELS[meeting.status]}</span>
              <span className="end num">{whenLabel(meeting, today)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {creating && <NewMeetingDialog series={series} onClose={() => setCreating(false)} />}
    </section>
  );
}
