import { useEffect, useState, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { cacheNameOf, hasCache, keepLateText, type LocalPlace, lateText, markCache } from './local-edits.ts';
import { type ConnectionState, MeetingConnection } from './meeting-connection.ts';
import { missingText } from './missing-text.ts';

interface Options {
  readonly place: LocalPlace;
  readonly schemaVersion: number;
  /** The person may edit meetings of this kind; a locked one all the same takes nothing. */
  readonly mayWrite: boolean;
  readonly locked: boolean;
}

/**
 * The connection to show. A writer's has a cache in this browser. A locked meeting has none: edits that are still in
 * the cache are handed to the server once, which keeps them on its list of late changes, and then the cache goes.
 * A cache that stayed would offer refused edits again at every visit, and show its owner notes that nobody else sees.
 */
export function useConnection({ place, schemaVersion, mayWrite, locked }: Options): MeetingConnection | null {
  const [connection, setConnection] = useState<MeetingConnection | null>(null);
  const { meetingId, personId } = place;
  useEffect(() => {
    const here = { meetingId, personId };
    let current: MeetingConnection | null = null;
    let gone = false;
    const open = (cached: boolean): MeetingConnection => {
      current?.destroy();
      current = new MeetingConnection({ meetingId, schemaVersion, cacheName: cached ? cacheNameOf(here) : null });
      setConnection(current);
      return current;
    };

    const leftover = hasCache(here);
    const cached = mayWrite && (!locked || leftover);
    if (cached) markCache(here, true);
    const opened = open(cached);
    if (mayWrite && locked && leftover) {
      void opened.handedOver().then(async () => {
        if (gone) return;
        const refused = opened.tracker.state.status === 'refused';
        const written = Y.encodeStateAsUpdate(opened.doc);
        await opened.dropCache();
        markCache(here, false);
        if (refused && !gone) keepRefused(here, written, open(false));
      });
    }
    return () => {
      gone = true;
      current?.destroy();
      setConnection(null);
    };
  }, [meetingId, personId, schemaVersion, mayWrite, locked]);
  return connection;
}

function keepRefused(place: LocalPlace, written: Uint8Array, fresh: MeetingConnection): void {
  void fresh.handedOver().then(() => {
    const text = missingText(written, fresh.doc);
    if (text !== '') keepLateText(place, [lateText(place), text].filter(Boolean).join('\n'));
  });
}

const NO_CONNECTION: ConnectionState = { phase: 'opening', ending: null, lastClose: null };
const subscribeToNothing = (): (() => void) => () => {};

export function useConnectionState(connection: MeetingConnection | null): ConnectionState {
  return useSyncExternalStore(connection?.subscribe ?? subscribeToNothing, () => connection?.state ?? NO_CONNECTION);
}
