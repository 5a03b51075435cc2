import { CloseCode } from '@duet/protocol';
import { type Change, StorageError } from '@duet/storage';
import type * as Y from 'yjs';
import { newCounters } from './counters.ts';
import { Room } from './room/room.ts';
import { Session } from './session/session.ts';
import type {
  Connection,
  LastEdit,
  Member,
  SyncObserver,
  SyncServer,
  SyncServerOptions,
  SyncSocket,
  SyncStats,
} from './sync-server.ts';

const IDLE_MS = 30_000;
/** A socket whose other end vanished without a word is found out within twice this time. */
const HEARTBEAT_MS = 30_000;
/** A document that nobody used for this time, or twice that, is kept as bytes alone. */
const REST_MS = 5_000;
/** Sockets are closed over this time, so that their clients do not come back in the same instant (G11). */
const CLOSE_SPREAD_MS = 1000;

export function createSyncServer(options: SyncServerOptions): SyncServer {
  return new Server(options);
}

interface OpenRoom {
  readonly room: Room;
  /** Calls that need the room right now. */
  users: number;
  unload: ReturnType<typeof setTimeout> | null;
}

class Server implements SyncServer {
  readonly #options: SyncServerOptions;
  readonly #rooms = new Map<string, OpenRoom>();
  readonly #sockets = new Map<SyncSocket, Session>();
  readonly #silent = new Set<SyncSocket>();
  readonly #counters = newCounters();
  readonly #heartbeat: ReturnType<typeof setInterval>;
  readonly #rest: ReturnType<typeof setInterval>;
  /** Calls of the server itself that are under way. */
  readonly #calls = new Set<Promise<unknown>>();
  #state: 'open' | 'closing' | 'poisoned' = 'open';
  #takesCalls = true;

  constructor(options: SyncServerOptions) {
    this.#options = options;
    this.#heartbeat = setInterval(() => this.#checkSockets(), HEARTBEAT_MS).unref();
    this.#rest = setInterval(() => {
      for (const { room } of this.#rooms.values()) room.rest();
    }, REST_MS).unref();
  }

  accept(socket: SyncSocket, connection: Connection): void {
    const session = new Session(socket, connection, this.#options.limits, this.#counters);
    const refusal = this.#refusal(connection);
    if (refusal) {
      session.end(refusal.code, refusal.reason);
      return;
    }
    this.#sockets.set(socket, session);
    const open = this.#open(connection.document);
    const heard = () => this.#silent.delete(socket);
    socket.on('pong', heard);
    // A pong can lie behind megabytes that a busy room has not come to read.
    socket.on('message', heard);
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#silent.delete(socket);
      open.room.leave(session);
    });
    open.room.join(session).catch(() => session.end(CloseCode.loadFailed));
  }

  edit(
    document: string,
    actor: string,
    change: (doc: Y.Doc) => void,
    alongside: readonly Change[] = [],
  ): Promise<number> {
    return this.#with(document, (room) => room.edit(actor, change, alongside));
  }

  read(document: string): Promise<Y.Doc> {
    return this.#with(document, async (room) => room.copy());
  }

  lock<T>(
    document: string,
    seal: (doc: Y.Doc) => Promise<{ changes: readonly Change[]; result: T }>,
    last?: LastEdit,
  ): Promise<T> {
    return this.#with(document, (room) => room.lock(seal, last));
  }

  unlock(document: string, changes: readonly Change[]): Promise<void> {
    return this.#with(document, (room) => room.unlock(changes));
  }

  compact(document: string): Promise<boolean> {
    return this.#with(document, (room) => room.compact());
  }

  memberChanged(document: string, memberId: string, member: Member | null): void {
    this.#rooms.get(document)?.room.memberChanged(memberId, member);
  }

  present(document: string): readonly Member[] {
    const members = new Map<string, Member>();
    for (const { member, ended } of this.#rooms.get(document)?.room.sessions ?? []) {
      if (member && !ended) members.set(member.id, member);
    }
    return [...members.values()];
  }

  stats(): SyncStats {
    let bufferedBytes = 0;
    for (const session of this.#sockets.values()) bufferedBytes += session.bufferedBytes;
    const { refused, commits, contradictions } = this.#counters;
    const refusedFrames = { ...refused };
    return {
      rooms: this.#rooms.size,
      sockets: this.#sockets.size,
      bufferedBytes,
      refusedFrames,
      commits,
      contradictions,
    };
  }

  observe(observer: SyncObserver): void {
    this.#counters.observer = observer;
  }

  async close(): Promise<void> {
    if (this.#state === 'open') this.#state = 'closing';
    clearInterval(this.#heartbeat);
    clearInterval(this.#rest);
    await this.#closeSockets();
    this.#takesCalls = false;
    await Promise.allSettled(this.#calls);
    await Promise.allSettled([...this.#rooms.values()].map(({ room }) => room.drain()));
    for (const [document, open] of this.#rooms) this.#drop(document, open);
  }

  /** What is received until a socket closes is still committed. */
  async #closeSockets(): Promise<void> {
    const sockets = [...this.#sockets];
    const closed = sockets.map(([socket, session], index) => {
      const end = () => session.end(CloseCode.restarting);
      setTimeout(end, (index * CLOSE_SPREAD_MS) / sockets.length);
      return new Promise<void>((resolve) => socket.once('close', resolve));
    });
    await Promise.all(closed);
  }

  #refusal({ document, address }: Connection): { code: CloseCode; reason?: string } | null {
    const { connectionsPerDocument, connectionsPerAddress } = this.#options.limits;
    if (this.#state === 'closing') return { code: CloseCode.restarting };
    if (this.#state === 'poisoned') return { code: CloseCode.loadFailed };
    if ((this.#rooms.get(document)?.room.sessions.size ?? 0) >= connectionsPerDocument) {
      return { code: CloseCode.tooFast, reason: `this meeting has ${connectionsPerDocument} connections already` };
    }
    let ofAddress = 0;
    for (const { connection } of this.#sockets.values()) if (connection.address === address) ofAddress++;
    if (ofAddress >= connectionsPerAddress) {
      return { code: CloseCode.tooFast, reason: `your address has ${connectionsPerAddress} connections already` };
    }
    return null;
  }

  #open(document: string): OpenRoom {
    const known = this.#rooms.get(document);
    if (known) {
      this.#keep(known);
      return known;
    }
    const room = new Room(document, {
      options: this.#options,
      counters: this.#counters,
      onIdle: () => this.#unloadSoon(document, open),
      onFailed: () => this.#drop(document, open),
      onPoisoned: (error) => this.#poison(error),
    });
    const open: OpenRoom = { room, users: 0, unload: null };
    this.#rooms.set(document, open);
    room.opened.catch((error: unknown) => {
      this.#options.logger.error({ document, error }, 'a document could not be loaded; its sockets are closed');
      this.#drop(document, open);
    });
    return open;
  }

  /** Runs `work` in the room of a document. Its room stays as long as it runs, also when the server closes. */
  async #with<T>(document: string, work: (room: Room) => Promise<T>): Promise<T> {
    if (!this.#takesCalls) throw restartingError();
    const call = this.#inRoom(document, work);
    this.#calls.add(call);
    try {
      return await call;
    } finally {
      this.#calls.delete(call);
    }
  }

  async #inRoom<T>(document: string, work: (room: Room) => Promise<T>): Promise<T> {
    const open = this.#open(document);
    open.users++;
    try {
      await open.room.opened;
      await open.room.recovered();
      return await work(open.room);
    } finally {
      open.users--;
      if (open.room.idle) this.#unloadSoon(document, open);
    }
  }

  #keep(open: OpenRoom): void {
    if (open.unload) clearTimeout(open.unload);
    open.unload = null;
  }

  #unloadSoon(document: string, open: OpenRoom): void {
    if (this.#rooms.get(document) !== open) return;
    this.#keep(open);
    open.unload = setTimeout(() => {
      this.#unload(document, open).catch((error: unknown) => {
        this.#options.logger.error({ document, error }, 'a room could not be unloaded');
      });
    }, this.#options.idleMs ?? IDLE_MS).unref();
  }

  async #unload(document: string, open: OpenRoom): Promise<void> {
    await open.room.prepareUnload();
    if (open.users === 0 && open.room.idle && open.unload !== null) this.#drop(document, open);
  }

  #drop(document: string, open: OpenRoom): void {
    if (this.#rooms.get(document) !== open) return;
    this.#keep(open);
    this.#rooms.delete(document);
    open.room.destroy();
  }

  /** G6: after a failed write nothing is known to be durable. Nobody is told "saved" any more. */
  #poison(error: Error): void {
    if (this.#state === 'poisoned') return;
    this.#state = 'poisoned';
    for (const { room } of [...this.#rooms.values()]) room.fail(error);
    this.#options.onFatal(error);
  }

  /** A socket from which nothing came since the last ping has nobody at its other end. */
  #checkSockets(): void {
    for (const socket of this.#sockets.keys()) {
      if (this.#silent.has(socket)) {
        socket.terminate();
      } else {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }
}

function restartingError(): StorageError {
  return new StorageError(
    'closed',
    'The server is being restarted and takes nothing more. Everything that was confirmed is safe; try again.',
  );
}
