import type { Change, DocumentStore } from '@duet/storage';
import type * as Y from 'yjs';

/** Who is on the other end of a socket, as the server proved it. Roles and sides are opaque words here. */
export interface Member {
  /** Stable over connections; also the `actor` of what this person writes. */
  readonly id: string;
  readonly name: string;
  /** `#rrggbb` */
  readonly color: string;
  readonly side: string;
  readonly role: string;
  readonly mayWrite: boolean;
  /** False for a key that several may hold at once: each of its sockets is somebody else. */
  readonly isPerson: boolean;
}

export interface Connection {
  readonly document: string;
  readonly member: Member;
  /** The client's `?schema=`; null when it named none (it may read, not write: G13). */
  readonly schema: string | null;
  /** The client's address, for limits a address. */
  readonly address: string;
}

/** What the owner of the documents says about one, asked once when its room opens. */
export interface RoomSettings {
  /** The schema that a writer must name. */
  readonly schema: string;
  /** A locked document takes no update from any client; what a writer sends is handed to `onLateUpdate` (G14). */
  readonly locked: boolean;
}

export interface SyncServerOptions {
  readonly store: DocumentStore;
  readonly logger: Logger;
  readonly limits: Limits;
  /** Asked when a room opens. Throw to refuse (the sockets close 1011). */
  readonly settings: (document: string) => Promise<RoomSettings>;
  /**
   * A writer's update to a locked document: never merged, never dropped in silence. Durable when the promise resolves.
   * Reject to refuse it: its writer is told that it was not kept, and the document stays open. (A StorageError is no
   * refusal: it closes the room, as a write of its own that fails does.)
   */
  readonly onLateUpdate: (late: LateUpdate) => Promise<void>;
  /** Text that a merge removed though nobody deleted it (G12). Durable when the promise resolves; when it rejects, offered again. */
  readonly onRescue: (rescued: RescuedText) => Promise<void>;
  /** The store is poisoned: nobody may be told "saved" any more. The process must end. */
  readonly onFatal: (error: Error) => void;
  /** Milliseconds after the last socket left until a room is unloaded. */
  readonly idleMs?: number;
}

export interface LateUpdate {
  readonly document: string;
  readonly member: Member;
  readonly update: Uint8Array;
  /** The plain text that the update would have added, as far as it can be told. */
  readonly text: string;
}

export interface RescuedText {
  readonly document: string;
  /** Actor of the update that held the text. */
  readonly author: string;
  readonly text: string;
  /** Where it stood: the element names from the root, and the text around it. */
  readonly place: string;
  /** Names the loss: the same text found again after a crash carries the same key. Unique in its document. */
  readonly key: string;
}

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** See G21 for what each means and what exceeding it does. */
export interface Limits {
  readonly frameBytes: number;
  readonly documentBytes: number;
  readonly nesting: number;
  readonly pendingBytes: number;
  readonly connectionsPerDocument: number;
  readonly connectionsPerAddress: number;
  readonly updatesPerSecond: number;
  readonly bytesPerSecond: number;
  readonly awarenessBytes: number;
}

/** What is used of a `ws` WebSocket. */
export interface SyncSocket {
  readonly bufferedAmount: number;
  on(event: 'message', listener: (data: unknown, isBinary: boolean) => void): unknown;
  on(event: 'error' | 'close' | 'pong', listener: () => void): unknown;
  once(event: 'close', listener: () => void): unknown;
  send(data: Uint8Array, options: { binary: boolean; compress: boolean }, sent?: () => void): void;
  /** Writes what is framed already, unless the socket is closing; see `takingFrames`. */
  sendFramed?(framed: Uint8Array): void;
  /** Stops reading: what was read already may still be emitted. */
  pause(): void;
  resume(): void;
  ping(): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

export interface SyncServer {
  /** Takes over an upgraded socket of an admitted member. Everything after it is this package's business. */
  accept(socket: SyncSocket, connection: Connection): void;

  /**
   * An edit by the server itself, through the same pipeline: `change` runs on a scratch copy, what it wrote is
   * committed together with `alongside` (one atomic batch), then applied and broadcast. Works on a locked document.
   * @returns the sequence number of the edit, or the head when it changed nothing.
   */
  edit(document: string, actor: string, change: (doc: Y.Doc) => void, alongside?: readonly Change[]): Promise<number>;

  /** The committed state, for readers (exports). The copy is the caller's own. */
  read(document: string): Promise<Y.Doc>;

  /**
   * Locks the document: waits for everything already received, then, with no update in between, makes the edit `last`,
   * calls `seal` with the final state and commits the edit and the changes that `seal` returns as one. When `last` or
   * `seal` throws, nothing is written and the document stays open.
   * @returns what `seal` returned beside the changes.
   */
  lock<T>(
    document: string,
    seal: (doc: Y.Doc) => Promise<{ changes: readonly Change[]; result: T }>,
    last?: LastEdit,
  ): Promise<T>;

  /** Opens a locked document again, committing `changes` first. */
  unlock(document: string, changes: readonly Change[]): Promise<void>;

  /**
   * Replaces the log of a document by a snapshot that reads back as the same document (G8), whether it pays or not.
   * @returns false when nothing was written since the last one. Rejects when the log has to stay as it is.
   */
  compact(document: string): Promise<boolean>;

  /** A member's rights changed (`null`: revoked): live sockets of that member follow at once (G16). */
  memberChanged(document: string, memberId: string, member: Member | null): void;

  /** Who is connected now, one entry a member. */
  present(document: string): readonly Member[];

  /** Figures for metrics. */
  stats(): SyncStats;

  /** Tells `observer` of what happens from now on, instead of the one before. */
  observe(observer: SyncObserver): void;

  /** No new sockets, drain, final commit, close 1012 spread over a second (G11). Does not close the store. */
  close(): Promise<void>;
}

/** The server's own edit before a lock: see {@link SyncServer.edit}. */
export interface LastEdit {
  readonly actor: string;
  readonly change: (doc: Y.Doc) => void;
}

/** Hears how long things took, in seconds. Called in the middle of the work: it must be quick and must not throw. */
export interface SyncObserver {
  /** From handing changes to the store until they were durable. */
  committed(seconds: number): void;
  /** From receiving the first update of a turn until the last reader's socket had it; `bufferedBytes` then waited for the slowest. */
  fannedOut(seconds: number, bufferedBytes: number): void;
}

/** Frames that were not taken, by reason. */
export interface RefusedFrames {
  readonly malformed: number;
  readonly size: number;
  readonly rate: number;
  /** Well-formed edits by somebody who may not make them. */
  readonly denied: number;
}

export interface SyncStats {
  readonly rooms: number;
  readonly sockets: number;
  readonly bufferedBytes: number;
  readonly refusedFrames: RefusedFrames;
  readonly commits: number;
  /** Updates refused because their client id is in use with other content (G15). */
  readonly contradictions: number;
}
