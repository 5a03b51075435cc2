import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Notes } from '../api/notes.ts';
import type { MeetingSummary, Series } from '../api/types.ts';
import { firstName, listed } from '../people/person-words.ts';
import { knownKeys, linkOf } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { toasts } from '../ui/toast-store.ts';
import { whenLabel } from './meeting-words.ts';
import { PrepList } from './prep-list.tsx';

interface NextMeetingCardProps {
  readonly meeting: MeetingSummary;
  readonly series: readonly Series[];
  /** Null until they are here, or when they can't be read. */
  readonly notes: Notes | null;
}

export function NextMeetingCard({ meeting, series, notes }: NextMeetingCardProps) {
  const key = knownKeys(meeting.id).participant;
  const partOf = series.find((one) => one.id === meeting.seriesId);
  const hasPrep = notes !== null && notes.checklist.length > 0;
  return (
    <section className={`next${hasPrep ? '' : ' next--plain'}`} aria-label="Next meeting">
      <div className="next__main">
        <span className="next__when num">{whenLabel(meeting, localToday())}</span>
        <h2 className="next__title">{meeting.title}</h2>
        <dl className="next__facts">
          {partOf && partOf.title !== meeting.title && <Fact term="Series">{partOf.title}</Fact>}
          {notes && notes.facilitators.length > 0 && (
            <Fact term="Facilitators">{listed(notes.facilitators.map(firstName))}</Fact>
          )}
          {notes && notes.attendees.length > 0 && (
            <Fact term="Attendees">{notes.attendees.map(firstName).join(', ')}</Fact>
          )}
          {notes && <Fact term="Length">{notes.durationMinutes} minutes</Fact>}
        </dl>
        <div className="next__do">
          <Link href={`/m/${meeting.id}`} className="btn btn--primary">
            Open agenda
          </Link>
          {key !== undefined && (
            <button type="button" className="btn" onClick={() => copyLink(linkOf(meeting.id, key))}>
              Copy invite link
            </button>
          )}
        </div>
      </div>
      {hasPrep && <PrepList items={notes.checklist} />}
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

function copyLink(link: string): void {
  navigator.clipboard.writeText(link).then(
    () => toasts.show({ tone: 'done', text: 'Invite link copied', sub: 'Whoever opens it can write in this meeting.' }),
    () => toasts.show({ tone: 'error', text: 'The link was not copied', sub: 'Open the meeting and use Share.' }),
  );
}
