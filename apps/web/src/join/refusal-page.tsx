import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { salvageHref } from '../api/meetings.ts';
import { NoticePage } from '../ui/notice-page.tsx';
import type { Refusal } from './admission.ts';

interface RefusalPageProps {
  readonly id: string;
  readonly reason: Refusal;
  /** The server's own sentence, where it had one. */
  readonly message: string;
  readonly onRetry: () => void;
}

/** Why the meeting does not open: what happened, what is safe, what to do. */
export function RefusalPage({ id, reason, message, onRetry }: RefusalPageProps) {
  const home = (
    <Link href="/" className="btn">
      Go home
    </Link>
  );
  const retry = (
    <button type="button" className="btn btn--primary" onClick={onRetry}>
      Try again
    </button>
  );
  const pages: Readonly<Record<Refusal, ReactNode>> = {
    'no-such-meeting': (
      <NoticePage title="No meeting at this address" actions={home}>
        <p>The address may be cut off or mistyped. Nothing was lost.</p>
        <p>Ask the person who invited you to send the link once more, and open the whole of it.</p>
      </NoticePage>
    ),
    'no-link': (
      <NoticePage title="This meeting opens by its link" actions={home}>
        <p>The address alone does not let anyone in, so that notes stay with the people they are for.</p>
        <p>Open the invite link that you were sent, or ask a facilitator for one.</p>
      </NoticePage>
    ),
    'not-a-member': (
      <NoticePage title="You are not in this meeting" actions={home}>
        <p>{message || 'You have not joined it yet, or you were removed from it.'}</p>
        <p>What you wrote before is still in the notes. Ask a facilitator for a link to come in.</p>
      </NoticePage>
    ),
    'bad-link': (
      <NoticePage title="This link no longer opens the meeting" actions={home}>
        <p>A facilitator may have replaced it with a new one. The meeting and its notes are untouched.</p>
        <p>Ask for the new link and open that one.</p>
      </NoticePage>
    ),
    damaged: (
      <NoticePage
        title="This meeting is closed for repair"
        actions={
          <>
            {retry}
            <a className="btn" href={salvageHref(id)} download>
              Download what is readable
            </a>
            {home}
          </>
        }
      >
        <p>A part of it on the server’s disk is damaged. It was closed before anything could be overwritten.</p>
        <p>All other meetings work. Facilitators can download what is readable; a backup may hold the rest.</p>
      </NoticePage>
    ),
    away: (
      <NoticePage title="The meeting can’t be reached" actions={retry}>
        <p>{message || 'The server did not answer.'}</p>
        <p>What was saved is on the server, and edits that did not reach it yet are kept in this browser.</p>
      </NoticePage>
    ),
  };
  return pages[reason];
}
