import { CloseCode, SavedTracker } from '@duet/protocol';
import { IndexeddbPersistence } from 'y-indexeddb';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { batchRemoteEdits } from './batch-remote-edits.ts';
import { type Ending, endingOf, isTransient } from './endings.ts';
import { UnsavedPlaces } from './unsaved-places.ts';

export interface ConnectionState {
  /** `opening` until the document is here for the first time; `away` while the server can't be reached. */
  readonly phase: 'opening' | 'live' | 'away' | 'ended';
  /** Why it ended for good. */
  readonly ending: Ending | null;
  /** Why the last socket closed, when the server said so. */
  readonly lastClose: number | null;
}

interface Options {
  readonly meetingId: string;
  /** What the server compares before it takes an edit (G13). */
  readonly schemaVersion: number;
  /** Where edits wait in this browser while the server is away; null for who does not write. */
  readonly cacheName: string | null;
}

/** How long a cache may take to open before the page goes on without it. */
const CACHE_PATIENCE_MS = 1500;
const MAX_BACKOFF_MS = 5000;

/**
 * One document, joined to the server and, for writers, to a cache in this browser (M29).
 *
 * The cache is read before the socket opens, so that offline edits go out with the first sync. Other tabs are not
 * talked to directly: everybody shows what the server has on disk (G2).
 */
export class MeetingConnection {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  readonly tracker: SavedTracker;
  readonly unsavedPlaces: UnsavedPlaces;
  readonly #listeners = new Set<() => void>();
  readonly #stopBatching: () => void;
  #cache: IndexeddbPersistence | null;
  #state: ConnectionState = { phase: 'opening', ending: null, lastClose: null };

  constructor({ meetingId, schemaVersion, cacheName }: Options) {
    const url = `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/sync`;
    this.provider = new WebsocketProvider(url, meetingId, this.doc, {
      connect: false,
      disableBc: true,
      params: { schema: String(schemaVersion) },
      maxBackoffTime: MAX_BACKOFF_MS,
      shouldReconnect: ({ code }) => isTransient(code),
    });
    this.#stopBatching = batchRemoteEdits(this.provider);
    tellOwnStateOnly(this.provider);
    this.tracker = new SavedTracker(this.provider, Y.mergeUpdates);
    this.unsavedPlaces = new UnsavedPlaces(this.doc, this.tracker);
    this.provider.on('sync', this.#onSync);
    this.provider.on('connection-close', this.#onClose);
    this.provider.on('closed', this.#onClosedForGood);
    this.#cache = cacheName === null ? null : new IndexeddbPersistence(cacheName, this.doc);
    void this.#start();
  }

  get state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Tries again now instead of at the next turn of the backoff. */
  retry(): void {
    this.provider.disconnect();
    this.provider.connect();
  }

  /** Connected and up to date, and everything written here was durably taken. */
  get settled(): boolean {
    return this.#state.phase === 'live' && this.provider.synced && this.tracker.state.status === 'saved';
  }

  /** Resolves once everything of this document, cached edits too, was taken or refused durably by the server. */
  handedOver(): Promise<void> {
    return this.#until(() => this.#isHandedOver);
  }

  /** The same for somebody who waits for it. @returns false where the server is out of reach, or gets there meanwhile. */
  async handedOverNow(): Promise<boolean> {
    await this.#until(() => this.#isHandedOver || this.#state.phase !== 'live');
    return this.#isHandedOver;
  }

  get #isHandedOver(): boolean {
    return this.provider.synced && this.tracker.state.unsaved === 0;
  }

  #until(done: () => boolean): Promise<void> {
    if (done()) return Promise.resolve();
    return new Promise((resolve) => {
      const check = (): void => {
        if (!done()) return;
        stop();
        stopTracker();
        resolve();
      };
      const stop = this.subscribe(check);
      const stopTracker = this.tracker.subscribe(check);
    });
  }

  /** Forgets the edits kept in this browser; the document stays open. */
  async dropCache(): Promise<void> {
    const cache = this.#cache;
    this.#cache = null;
    await cache?.clearData();
  }

  destroy(): void {
    this.#stopBatching();
    this.unsavedPlaces.destroy();
    this.tracker.destroy();
    this.provider.destroy();
    this.#listeners.clear();
    // The cache closes itself with the document, after what it still has to write.
    this.doc.destroy();
  }

  async #start(): Promise<void> {
    if (this.#cache) await Promise.race([this.#cache.whenSynced, wait(CACHE_PATIENCE_MS)]);
    if (!this.doc.isDestroyed) this.provider.connect();
  }

  readonly #onSync = (synced: boolean): void => {
    if (synced) this.#set({ phase: 'live', ending: null, lastClose: null });
  };

  readonly #onClose = (event: CloseEvent | null): void => {
    const { phase } = this.#state;
    const lastClose = event?.code ?? null;
    // What the cache holds can be shown and edited while the server is away.
    const shown = phase !== 'opening' || this.doc.store.clients.size > 0;
    this.#set({ phase: shown ? 'away' : 'opening', ending: null, lastClose });
  };

  readonly #onClosedForGood = ({ code }: { code: number }): void => {
    this.#set({ phase: 'ended', ending: endingOf(code), lastClose: code });
  };

  #set(state: ConnectionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/**
 * The provider sends every state it hears of, others' too, straight back to the server, which drops them: among ten
 * typists that is most of what it would send.
 */
function tellOwnStateOnly({ awareness, _awarenessUpdateHandler: send }: WebsocketProvider): void {
  awareness.off('update', send);
  awareness.on('update', (changes: Parameters<typeof send>[0], origin: unknown) => {
    const { added, updated, removed } = changes;
    if ([added, updated, removed].some((clients) => clients.includes(awareness.clientID))) send(changes, origin);
  });
}

/** True when the server itself has no document to give: the metadata say more. */
export function closedByDamage(state: ConnectionState): boolean {
  return state.lastClose === CloseCode.loadFailed;
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
