import { useEffect, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { listMeetings, listSeries } from '../api/meetings.ts';
import type { SessionPerson } from '../api/types.ts';
import { useSession } from '../app/session-context.tsx';
import { localToday } from '../time/format-date.ts';
import { NoticePage } from '../ui/notice-page.tsx';
import { useAsync } from '../ui/use-async.ts';
import { DecisionLog } from './decision-log.tsx';
import { EmptyHome } from './empty-home.tsx';
import { HomeHead } from './home-head.tsx';
import { HomeNav } from './home-nav.tsx';
import { type ImportWish, type ImportWishProps, ImportZone } from './import/import-zone.tsx';
import { MeetingList } from './meeting-list.tsx';
import { isBefore, nextMeeting } from './next-meeting.ts';
import { NextMeetingCard } from './next-meeting-card.tsx';
import { OpenActionsTable } from './open-actions-table.tsx';
import { overviewOf } from './overview.ts';
import { useNotes } from './use-notes.ts';
import { Welcome } from './welcome.tsx';

export function HomePage() {
  const { person, error, retry } = useSession();
  const [wish, setWish] = useState<ImportWish>(null);
  useEffect(() => {
    document.title = 'Duet';
  }, []);
  if (error !== null) return <ServerAway message={messageOf(error)} onRetry={retry} />;
  if (person === undefined) return null;
  const importing = { wish, onWish: setWish };
  return person === null ? <Welcome {...importing} /> : <Home key={person.id} person={person} {...importing} />;
}

interface HomeProps extends ImportWishProps {
  readonly person: SessionPerson;
}

function Home({ person, wish, onWish }: HomeProps) {
  const { retry } = useSession();
  const loaded = useAsync(() => Promise.all([listMeetings(), listSeries()]), []);
  const [meetings, series] = loaded.state === 'done' ? loaded.value : NOTHING;
  const known = useNotes(meetings);
  if (loaded.state === 'failed') return <ServerAway message={messageOf(loaded.error)} onRetry={retry} />;
  const today = localToday();
  const next = nextMeeting(meetings, today);
  const { actions, decided, pending } = overviewOf(known);
  const hasLog = decided.length + pending.length > 0;
  return (
    <div className="app app--home">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <HomeNav
        meetings={meetings}
        series={series}
        next={next}
        actionCount={actions.length}
        decisionCount={decided.length + pending.length}
      />
      <main className="page" id="main" tabIndex={-1}>
        {loaded.state === 'done' && (
          <div className="home">
            <HomeHead title={next === null ? 'Home' : 'Next meeting'} series={series} meetings={meetings} />
            {meetings.length === 0 && <EmptyHome series={series} />}
            {next && (
              <NextMeetingCard
                meeting={next}
                series={series}
                notes={known.find(({ meeting }) => meeting.id === next.id)?.notes ?? null}
                before={known.find(({ meeting }) => isBefore(meeting, next))?.notes ?? null}
              />
            )}
            {actions.length > 0 || hasLog ? (
              <div className={actions.length > 0 && hasLog ? 'home-grid' : 'home-grid home-grid--one'}>
                {actions.length > 0 && <OpenActionsTable actions={actions} myName={person.name} today={today} />}
                {hasLog && <DecisionLog decided={decided} pending={pending} />}
              </div>
            ) : null}
            <MeetingList meetings={meetings} next={next} />
            <ImportZone series={series} wish={wish} onWish={onWish} />
          </div>
        )}
      </main>
    </div>
  );
}

const NOTHING = [[], []] as const;

function ServerAway({ message, onRetry }: { readonly message: string; readonly onRetry: () => void }) {
  return (
    <NoticePage
      title="Duet can’t be reached"
      actions={
        <button type="button" className="btn btn--primary" onClick={onRetry}>
          Try again
        </button>
      }
    >
      <p>{message}</p>
      <p>Your meetings are on the server, and edits that did not reach it yet are kept in this browser.</p>
    </NoticePage>
  );
}
