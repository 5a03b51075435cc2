import { House, Lock, Plus, Repeat2, Signpost, SquareCheck, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { MeetingSummary, Series } from '../api/types.ts';
import { BrandMark } from '../ui/brand.tsx';
import { dayLabel } from './meeting-words.ts';
import { NewMeetingDialog } from './new-meeting-dialog.tsx';
import { latestFirst } from './next-meeting.ts';
import { PersonMenu } from './person-menu.tsx';

interface HomeNavProps {
  readonly meetings: readonly MeetingSummary[];
  readonly series: readonly Series[];
  readonly next: MeetingSummary | null;
  /** How many lines the two lists of the page hold. */
  readonly actionCount: number;
  readonly decisionCount: number;
}

const SHOWN_PER_SERIES = 4;

export function HomeNav({ meetings, series, next, actionCount, decisionCount }: HomeNavProps) {
  const [creating, setCreating] = useState(false);
  const sorted = latestFirst(meetings);
  const single = sorted.filter((meeting) => !series.some((one) => one.id === meeting.seriesId));
  return (
    <nav className="nav" aria-label="Workspace">
      <div className="nav__brand">
        <Link href="/" className="brand">
          <BrandMark />
          Duet
        </Link>
      </div>
      <Link href="/" className="nav__item is-current" aria-current="page">
        <House className="icon" />
        Home
      </Link>
      {actionCount > 0 && (
        <a className="nav__item" href="#open-actions">
          <SquareCheck className="icon" />
          Actions
          <span className="nav__end">{actionCount}</span>
        </a>
      )}
      {decisionCount > 0 && (
        <a className="nav__item" href="#decision-log">
          <Signpost className="icon" />
          Decisions
          <span className="nav__end">{decisionCount}</span>
        </a>
      )}
      {series.length > 0 && <div className="nav__label">Series</div>}
      {series.map((one) => (
        <div key={one.id}>
          <div className="nav__item nav__item--head">
            <Repeat2 className="icon" />
            {one.title}
          </div>
          {sorted
            .filter((meeting) => meeting.seriesId === one.id)
            .slice(0, SHOWN_PER_SERIES)
            .map((meeting) => (
              <NavMeeting key={meeting.id} meeting={meeting} isNext={meeting.id === next?.id} />
            ))}
        </div>
      ))}
      {single.length > 0 && <div className="nav__label">Meetings</div>}
      {single.slice(0, 2 * SHOWN_PER_SERIES).map((meeting) => (
        <Link key={meeting.id} href={`/m/${meeting.id}`} className="nav__item">
          <StickyNote className="icon" />
          <span className="nav__title">{meeting.title}</span>
          <NavEnd meeting={meeting} isNext={meeting.id === next?.id} />
        </Link>
      ))}
      <button type="button" className="nav__item nav__item--button muted" onClick={() => setCreating(true)}>
        <Plus className="icon" />
        New meeting
      </button>
      <PersonMenu />
      {creating && <NewMeetingDialog series={series} meetings={meetings} onClose={() => setCreating(false)} />}
    </nav>
  );
}

function NavMeeting({ meeting, isNext }: { readonly meeting: MeetingSummary; readonly isNext: boolean }) {
  return (
    <Link href={`/m/${meeting.id}`} className="nav__item nav__sub">
      {dayLabel(meeting)}
      <NavEnd meeting={meeting} isNext={isNext} quiet />
    </Link>
  );
}

function NavEnd({ meeting, isNext, quiet = false }: { meeting: MeetingSummary; isNext: boolean; quiet?: boolean }) {
  if (meeting.status === 'finalized')
    return (
      <span className="nav__end">
        <Lock className="icon" aria-label="Final" />
      </span>
    );
  return <span className="nav__end">{isNext ? 'Next' : quiet ? '' : dayLabel(meeting)}</span>;
}
