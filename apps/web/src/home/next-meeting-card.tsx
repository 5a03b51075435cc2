import { everybodyOnce } from '@duet/domain';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Notes } from '../api/notes.ts';
import type { MeetingSummary, Series } from '../api/types.ts';
import { firstName, listed, voiceShort } from '../people/person-words.ts';
import { knownKeys, linkOf } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Opener } from '../ui/opener.tsx';
import { toasts } from '../ui/toast-store.ts';
import { AgendaSplit } from './agenda-split.tsx';
import { carriedIn } from './carried-in.ts';
import { whenLabel } from './meeting-words.ts';
import { PrepList } from './prep-list.tsx';
import { useReadiness } from './use-readiness.ts';

interface NextMeetingCardProps {
  readonly meeting: MeetingSummary;
  readonly series: readonly Series[];
  /** Null until they are here, or when they can't be read. */
  readonly notes: Notes | null;
  /** Those of the meeting before it in its series. */
  readonly before: Notes | null;
}

const SHOWN_CARRIED = 3;

export function NextMeetingCard({ meeting, series, notes, before }: NextMeetingCardProps) {
  const key = knownKeys(meeting.id).participant;
  const partOf = series.find((one) => one.id === meeting.seriesId);
  const ready = useReadiness(meeting);
  return (
    <section className={`next${ready === null ? ' next--plain' : ''}`} aria-label="Next meeting">
      <div className="next__main">
        <span className="next__when num">{whenLabel(meeting, localToday())}</span>
        <h2 className="next__title">{meeting.title}</h2>
        <dl className="next__facts">
          {partOf && partOf.title !== meeting.title && <Fact term="Series">{partOf.title}</Fact>}
          {notes && <Facts notes={notes} before={before} />}
        </dl>
        {notes && <AgendaSplit minutes={notes.durationMinutes} sections={notes.sections} />}
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
      {ready !== null && <PrepList parts={ready} />}
    </section>
  );
}

function Facts({ notes, before }: { readonly notes: Notes; readonly before: Notes | null }) {
  const people = everybodyOnce(notes.people);
  const facilitators = people.filter((person) => person.role === 'facilitator');
  const attendees = people.filter((person) => person.role !== 'facilitator');
  const first = firstOpener(notes);
  const lastTime = before === null ? null : firstOpener(before);
  const carried = carriedIn(notes);
  return (
    <>
      {facilitators.length > 0 && (
        <Fact term="Facilitators">
          {facilitators.map((person) => (
            <Avatar key={person.name} person={person} size={20} />
          ))}
          {listed(facilitators.map(({ name }) => firstName(name)))}
        </Fact>
      )}
      {first !== null && (
        <Fact term="Opens first">
          <Opener voice={first} />
          {lastTime !== null && <span className="muted">{voiceShort(lastTime)} opened last time</span>}
        </Fact>
      )}
      {attendees.length > 0 && <Fact term="Attendees">{attendees.map(({ name }) => firstName(name)).join(', ')}</Fact>}
      {carried.length > 0 && (
        <Fact term="Carried in" stacked>
          {carried.slice(0, SHOWN_CARRIED).map((title) => (
            <span key={title}>{title}</span>
          ))}
          {carried.length > SHOWN_CARRIED && <span className="muted">and {carried.length - SHOWN_CARRIED} more</span>}
        </Fact>
      )}
    </>
  );
}

const firstOpener = ({ sections }: Notes) => sections.find(({ opener }) => opener !== null)?.opener ?? null;

interface FactProps {
  readonly term: string;
  /** One under the other. */
  readonly stacked?: boolean;
  readonly children: ReactNode;
}

function Fact({ term, stacked = false, children }: FactProps) {
  return (
    <>
      <dt>{term}</dt>
      <dd className={stacked ? 'stacked' : undefined}>{children}</dd>
    </>
  );
}

function copyLink(link: string): void {
  navigator.clipboard.writeText(link).then(
    () => toasts.show({ tone: 'done', text: 'Invite link copied', sub: 'Whoever opens it can write in this meeting.' }),
    () => toasts.show({ tone: 'error', text: 'The link was not copied', sub: 'Open the meeting and use Share.' }),
  );
}
