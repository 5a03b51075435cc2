import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { AuthType, MessageType, SyncType } from './message-types.ts';
import { UnsavedUpdates } from './unsaved-updates.ts';
import { savedMessage, updateMessage } from './write-message.ts';

/** What the tracker needs of a y-websocket `WebsocketProvider` (1.x, 2.x and 3.x have it). */
export interface SavedProvider {
  readonly doc: {
    on(event: 'update', listener: DocListener): void;
    off(event: 'update', listener: DocListener): void;
  };
  readonly ws: { send(data: Uint8Array<ArrayBuffer>): void } | null;
  readonly wsconnected: boolean;
  readonly synced: boolean;
  readonly messageHandlers: MessageHandler[];
  on(event: 'sync', listener: SyncListener): void;
  on(event: 'status', listener: StatusListener): void;
  off(event: 'sync', listener: SyncListener): void;
  off(event: 'status', listener: StatusListener): void;
}

type DocListener = (update: Uint8Array, origin: unknown) => void;
type SyncListener = (synced: boolean) => void;
type StatusListener = (event: { status: 'connected' | 'disconnected' | 'connecting' }) => void;
// The provider is a parameter of the handler in y-websocket; `never` accepts each version's own class.
type MessageHandler = (
  encoder: encoding.Encoder,
  decoder: decoding.Decoder,
  provider: never,
  emitSynced: boolean,
  messageType: number,
) => void;

/** Several updates as one, in their order. */
type MergeUpdates = (updates: Uint8Array[]) => Uint8Array;

export interface SavedState {
  /**
   * `saved`: every edit made here is on the server's disk. `saving`: the server was asked and has not answered.
   * `offline`: no connection; edits stay in this browser. `refused`: the server did not take an edit, see `reason`.
   */
  readonly status: 'saved' | 'saving' | 'offline' | 'refused';
  /** Edits made here that are not known to be on the server's disk. */
  readonly unsaved: number;
  /** The server's sentence, when `refused`. */
  readonly reason: string | null;
}

/**
 * Follows the edits of one browser to the server's disk (G4, M28).
 *
 * Edits are counted. A ping carries the count at which it was sent; the server returns it after everything before it
 * on the socket is durable, so the count it brings back is a count of saved edits. At most one ping is under way:
 * what is typed meanwhile is asked about when the answer is in.
 *
 * An update that did not come through the provider is an edit of this browser, including what an offline cache brings
 * back at start: that may never have reached the server.
 *
 * Whenever the server asks what it lacks (on each new connection, and when this page may write again), what is not
 * saved or was refused is sent as it was made, before the provider answers with the state as it is now.
 */
export class SavedTracker {
  readonly #provider: SavedProvider;
  readonly #merge: MergeUpdates;
  readonly #unsaved = new UnsavedUpdates();
  readonly #listeners = new Set<() => void>();
  readonly #previousAuthHandler: MessageHandler | undefined;
  readonly #previousSyncHandler: MessageHandler | undefined;
  #edits = 0;
  #saved = 0;
  #asking = false;
  #refusal: string | null = null;
  #state: SavedState = { status: 'offline', unsaved: 0, reason: null };

  /**
   * Attach right after making the provider: its own update listener must come first.
   * @param merge Yjs' `mergeUpdates`.
   */
  constructor(provider: SavedProvider, merge: MergeUpdates) {
    this.#provider = provider;
    this.#merge = merge;
    this.#previousAuthHandler = provider.messageHandlers[MessageType.auth];
    this.#previousSyncHandler = provider.messageHandlers[MessageType.sync];
    provider.messageHandlers[MessageType.sync] = this.#onSyncMessage;
    provider.messageHandlers[MessageType.saved] = this.#onSaved;
    provider.messageHandlers[MessageType.auth] = this.#onAuth;
    provider.doc.on('update', this.#onUpdate);
    provider.on('sync', this.#onSync);
    provider.on('status', this.#onStatus);
    this.#publish();
  }

  /** The same object until something changes. */
  get state(): SavedState {
    return this.#state;
  }

  /** Calls `listener` after each change of `state`. @returns the way to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  destroy(): void {
    this.#provider.doc.off('update', this.#onUpdate);
    this.#provider.off('sync', this.#onSync);
    this.#provider.off('status', this.#onStatus);
    delete this.#provider.messageHandlers[MessageType.saved];
    if (this.#previousSyncHandler) this.#provider.messageHandlers[MessageType.sync] = this.#previousSyncHandler;
    if (this.#previousAuthHandler) this.#provider.messageHandlers[MessageType.auth] = this.#previousAuthHandler;
    this.#listeners.clear();
  }

  readonly #onUpdate: DocListener = (update, origin) => {
    if (origin === this.#provider) return;
    this.#edits++;
    this.#unsaved.add(this.#edits, update);
    this.#ask();
    this.#publish();
  };

  /** Synced means that this side's missing edits were handed over too, so a ping now stands behind all of them. */
  readonly #onSync: SyncListener = (synced) => {
    if (synced) this.#ask();
    this.#publish();
  };

  readonly #onStatus: StatusListener = ({ status }) => {
    if (status !== 'connected') {
      this.#asking = false;
    } else {
      this.#refusal = null;
    }
    this.#publish();
  };

  readonly #onSyncMessage: MessageHandler = (encoder, decoder, provider, emitSynced, type) => {
    if (decoding.peekVarUint(decoder) === SyncType.step1) this.#sendAgain();
    this.#previousSyncHandler?.(encoder, decoder, provider, emitSynced, type);
  };

  readonly #onSaved: MessageHandler = (_encoder, decoder) => {
    const payload = decoding.createDecoder(decoding.readVarUint8Array(decoder));
    this.#saved = Math.max(this.#saved, decoding.readVarUint(payload));
    this.#unsaved.savedUpTo(this.#saved);
    this.#asking = false;
    this.#ask();
    this.#publish();
  };

  readonly #onAuth: MessageHandler = (_encoder, decoder) => {
    if (decoding.readVarUint(decoder) !== AuthType.permissionDenied) return;
    this.#refusal = decoding.readVarString(decoder);
    this.#unsaved.refused();
    this.#publish();
  };

  #sendAgain(): void {
    // What was refused counts as an edit once more, to be asked about.
    if (this.#unsaved.offerRefused(this.#edits + 1)) this.#edits++;
    const updates = [...this.#unsaved.all];
    if (updates.length === 0) return;
    this.#refusal = null;
    this.#provider.ws?.send(updateMessage(this.#merge(updates)));
    this.#ask();
    this.#publish();
  }

  #ask(): void {
    const { ws, wsconnected, synced } = this.#provider;
    if (this.#asking || this.#edits === this.#saved || !ws || !wsconnected || !synced) return;
    this.#asking = true;
    ws.send(savedMessage(countPayload(this.#edits)));
  }

  #publish(): void {
    const unsaved = this.#edits - this.#saved;
    const status = this.#status(unsaved);
    const reason = status === 'refused' ? this.#refusal : null;
    const { status: oldStatus, unsaved: oldUnsaved, reason: oldReason } = this.#state;
    if (status === oldStatus && unsaved === oldUnsaved && reason === oldReason) return;
    this.#state = { status, unsaved, reason };
    for (const listener of this.#listeners) listener();
  }

  #status(unsaved: number): SavedState['status'] {
    if (this.#refusal !== null) return 'refused';
    if (!this.#provider.wsconnected || !this.#provider.synced) return 'offline';
    return unsaved > 0 ? 'saving' : 'saved';
  }
}

function countPayload(count: number): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, count));
}
