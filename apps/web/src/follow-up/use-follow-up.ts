import { useCallback, useEffect, useState } from 'react';
import { type FollowUp, type FollowUpItem, getFollowUp } from '../api/follow-up.ts';
import { agreeOnTime, serverNow } from '../meeting/clock/server-time.ts';

const LOOK_MS = 20_000;
/** While something is on its way. */
const LOOK_OFTEN_MS = 1500;

/** On its way, or about to be. */
function isMoving({ status, nextAt }: FollowUpItem, now: number): boolean {
  return status === 'sending' || (nextAt !== null && Date.parse(nextAt) - now < LOOK_MS);
}

export interface FollowUpState {
  /** Null until it is known. */
  readonly followUp: FollowUp | null;
  /** The server's time when the page last looked. */
  readonly now: number;
  readonly set: (followUp: FollowUp) => void;
}

/**
 * How the follow-up stands, by the server's clock. Others send too, and the queue works by itself: the page looks again
 * now and then, and often while something is on its way.
 */
export function useFollowUp(meetingId: string, revision: number | null): FollowUpState {
  const [followUp, setFollowUp] = useState<FollowUp | null>(null);
  const [now, setNow] = useState(serverNow);
  const busy = followUp?.items.some((item) => isMoving(item, now)) === true;
  const set = useCallback((next: FollowUp) => {
    setFollowUp(next);
    setNow(serverNow());
  }, []);

  useEffect(() => {
    let current = true;
    const look = (): void => {
      setNow(serverNow());
      if (document.hidden) return;
      // What could not be asked now is asked again at the next look.
      getFollowUp(meetingId).then(
        (next) => current && set(next),
        () => undefined,
      );
    };
    void agreeOnTime().then(look);
    const timer = setInterval(look, busy ? LOOK_OFTEN_MS : LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      current = false;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [meetingId, revision, busy, set]);

  return { followUp, now, set };
}
