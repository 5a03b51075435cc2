import { useEffect, useRef } from 'react';
import type { MeetingConnection } from '../sync/meeting-connection.ts';

const POLL_MS = 15_000;

/**
 * Notices that the meeting was locked or opened again (M32), whichever way it happened, or that a kept text was taken
 * care of. Whoever does it announces a new word in their awareness state, which reaches everybody at once and is
 * believed by nobody: each asks the server.
 * A refused edit, a return to the page and a slow poll cover what the word does not reach.
 */
export function useStatusSignal(
  connection: MeetingConnection,
  announced: string | null,
  refresh: () => Promise<void>,
): void {
  const heard = useRef(new Set<unknown>([undefined, null]));

  useEffect(() => {
    heard.current.add(announced);
    connection.provider.awareness.setLocalStateField('meetingChanged', announced);
  }, [connection, announced]);

  useEffect(() => {
    const { awareness } = connection.provider;
    let asking = false;
    const ask = (): void => {
      if (asking) return;
      asking = true;
      // A question that failed is asked again at the next sign or poll.
      refresh()
        .catch(() => undefined)
        .finally(() => {
          asking = false;
        });
    };
    const onAwareness = (): void => {
      const words = [...awareness.getStates().values()].map((state) => state.meetingChanged);
      const news = words.filter((word) => !heard.current.has(word));
      for (const word of news) heard.current.add(word);
      if (news.length > 0) ask();
    };
    const onVisible = (): void => {
      if (!document.hidden) ask();
    };
    const onTracked = (): void => {
      if (connection.tracker.state.status === 'refused') ask();
    };
    awareness.on('change', onAwareness);
    const stopTracking = connection.tracker.subscribe(onTracked);
    document.addEventListener('visibilitychange', onVisible);
    const poll = setInterval(onVisible, POLL_MS);
    return () => {
      awareness.off('change', onAwareness);
      stopTracking();
      document.removeEventListener('visibilitychange', onVisible);
      clearInterval(poll);
    };
  }, [connection, refresh]);
}
