import { Lock, StickyNote } from 'lucide-react';
import { Link } from 'wouter';
import type { MeetingSummary } from '../api/types.ts';
import { localToday } from '../time/format-date.ts';
import { STATUS_LABELS, whenLabel } from './meeting-words.ts';
import { latestFirst } from './next-meeting.ts';

interface MeetingListProps {
  readonly meetings: readonly MeetingSummary[];
  readonly next: MeetingSummary | null;
}

export function MeetingList({ meetings, next }: MeetingListProps) {
  const others = latestFirst(meetings).filter((meeting) => meeting.id !== next?.id);
  if (others.length === 0) return null;
  const today = localToday();
  return (
    <section className="home-list" aria-labelledby="all-meetings">
      <div className="block-head">
        <h2 id="all-meetings">{next === null ? 'Meetings' : 'Other meetings'}</h2>
        <span className="count">{others.length}</span>
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
    </section>
  );
}
