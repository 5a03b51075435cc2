import { useEffect, useState, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { toasts } from '../ui/toast-store.ts';
import { askServer, watchContent } from './content-check.ts';
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
    let stopWatching = (): void => {};
    const open = (cached: boolean): MeetingConnection => {
      stopWatching();
      current?.destroy();
      const opened = new MeetingConnection({ meetingId, schemaVersion, cacheName: cached ? cacheNameOf(here) : null });
      current = opened;
      stopWatching = watchContent({
        doc: opened.doc,
        isSettled: () => opened.settled,
        onConnected: (listener) => opened.subscribe(() => opened.state.phase === 'live' && listener()),
        ask: (question) => askServer(meetingId, question),
        onDifferent: () => void renew(opened, cached),
      });
      setConnection(current);
      return current;
    };
    /** The server's document takes the place of one that went astray. Nothing typed here is lost: it is all saved. */
    const renew = async (astray: MeetingConnection, cached: boolean): Promise<void> => {
      await astray.dropCache();
      await astray.handedOver();
      if (gone) return;
      open(cached);
      toasts.show({
        tone: 'done',
        text: 'These notes were loaded again',
        sub: 'This page showed them wrongly. Your edits are saved.',
      });
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
      stopWatching();
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
