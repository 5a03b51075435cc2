import { Link } from 'wouter';
import type { MeetingSummary, Series } from '../api/types.ts';
import { knownKeys, linkOf } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { toasts } from '../ui/toast-store.ts';
import { whenLabel } from './meeting-words.ts';

interface NextMeetingCardProps {
  readonly meeting: MeetingSummary;
  readonly series: readonly Series[];
}

export function NextMeetingCard({ meeting, series }: NextMeetingCardProps) {
  const key = knownKeys(meeting.id).participant;
  const partOf = series.find((one) => one.id === meeting.seriesId);
  return (
    <>
      <h1 className="doc-title doc-title--home">Next meeting</h1>
      <section className="next" aria-label="Next meeting">
        <div className="next__main">
          <span className="next__when num">{whenLabel(meeting, localToday())}</span>
          <h2 className="next__title">{meeting.title}</h2>
          {partOf && (
            <dl className="next__facts">
              <dt>Series</dt>
              <dd>{partOf.title}</dd>
            </dl>
          )}
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
      </section>
    </>
  );
}

function copyLink(link: string): void {
  navigator.clipboard.writeText(link).then(
    () => toasts.show({ tone: 'done', text: 'Invite link copied', sub: 'Whoever opens it can write in this meeting.' }),
    () =>
      toasts.show({ tone: 'error', text: 'The link was not copied', sub: 'Open the meeting and copy it from Share.' }),
  );
}
