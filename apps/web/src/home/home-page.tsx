import { useEffect } from 'react';
import { messageOf } from '../api/api-error.ts';
import { listMeetings, listSeries } from '../api/meetings.ts';
import { useSession } from '../app/session-context.tsx';
import { localToday } from '../time/format-date.ts';
import { NoticePage } from '../ui/notice-page.tsx';
import { useAsync } from '../ui/use-async.ts';
import { EmptyHome } from './empty-home.tsx';
import { HomeNav } from './home-nav.tsx';
import { MeetingList } from './meeting-list.tsx';
import { nextMeeting } from './next-meeting.ts';
import { NextMeetingCard } from './next-meeting-card.tsx';
import { Welcome } from './welcome.tsx';

export function HomePage() {
  const { person, error, retry } = useSession();
  useEffect(() => {
    document.title = 'Duet';
  }, []);
  if (error !== null) return <ServerAway message={messageOf(error)} onRetry={retry} />;
  if (person === undefined) return null;
  return person === null ? <Welcome /> : <Home key={person.id} />;
}

function Home() {
  const { retry } = useSession();
  const loaded = useAsync(() => Promise.all([listMeetings(), listSeries()]), []);
  if (loaded.state === 'failed') return <ServerAway message={messageOf(loaded.error)} onRetry={retry} />;
  const [meetings, series] = loaded.state === 'done' ? loaded.value : [[], []];
  const next = nextMeeting(meetings, localToday());
  return (
    <div className="app app--home">
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <HomeNav meetings={meetings} series={series} next={next} />
      <main className="page" id="main" tabIndex={-1}>
        <div className="home">
          {loaded.state === 'done' && meetings.length === 0 && <EmptyHome series={series} />}
          {next && <NextMeetingCard key={next.id} meeting={next} series={series} />}
          {meetings.length > 0 && <MeetingList meetings={meetings} series={series} next={next} />}
        </div>
      </main>
    </div>
  );
}

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
