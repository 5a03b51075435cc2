import { meetingMapOf } from '@duet/document';
import { type MeetingClock, readClock } from '@duet/domain';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import { agreeOnTime, serverNow } from './server-time.ts';

const KEY = 'clock';

export interface SharedClock {
  /** Null until somebody starts it. */
  readonly clock: MeetingClock | null;
  /** The server's time, a new one each second while the clock runs. */
  readonly now: number;
  readonly set: (clock: MeetingClock) => void;
}

export function useMeetingClock(doc: Y.Doc): SharedClock {
  const map = meetingMapOf(doc);
  const subscribe = useCallback(
    (listener: () => void) => {
      map.observe(listener);
      return () => map.unobserve(listener);
    },
    [map],
  );
  // The map gives the same object until the clock is set again.
  const stored = useSyncExternalStore(subscribe, () => map.get(KEY));
  const clock = readClock(stored);
  const now = useServerNow(clock !== null && clock.pausedAt === null);
  return { clock, now, set: (next) => setClock(doc, next) };
}

export function clockOf(doc: Y.Doc): MeetingClock | null {
  return readClock(meetingMapOf(doc).get(KEY));
}

export function setClock(doc: Y.Doc, clock: MeetingClock): void {
  meetingMapOf(doc).set(KEY, clock);
}

function useServerNow(ticking: boolean): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tick = (): void => setNow(serverNow());
    void agreeOnTime().then(tick);
    if (!ticking) return;
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}
