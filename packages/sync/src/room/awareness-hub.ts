import { type AwarenessEntry, awarenessMessage, CloseCode, readAwareness, writeAwareness } from '@duet/protocol';
import type { Session } from '../session/session.ts';
import type { Member } from '../sync-server.ts';

interface Presence {
  owner: Session;
  /** The clock at which the owner said it. */
  ownClock: number;
  /** The clock at which the others heard it. */
  clock: number;
  state: Record<string, unknown>;
  json: string;
}

/** How long a reader that reads slowly is left alone before its newest awareness is tried again. */
const RETRY_MS = 250;
/** Client ids that left and whose clock is still remembered; each page load is a new id. */
const REMEMBERED_CLOCKS = 4096;

/**
 * Who is here and where, for one room (G17). Nothing of it is stored.
 *
 * A socket speaks for one client id, the first it claims; entries of others, which stock clients relay, are dropped.
 * What the others hear is numbered here, because a client ignores a state whose clock it has heard: a person that
 * reconnects, or whose role changed, must be heard at once. The owner hears its own state with its own clock, which
 * its client ignores; y-websocket closes a connection on which nothing arrives for 30 seconds.
 */
export class AwarenessHub {
  readonly #sessions: ReadonlySet<Session>;
  readonly #limit: number;
  readonly #present = new Map<number, Presence>();
  /** The newest clock that was told about a client id, also after it left. */
  readonly #clocks = new Map<number, number>();
  readonly #owned = new Map<Session, number>();
  readonly #changed = new Set<number>();
  /** What slow readers have not been told. */
  readonly #behind = new Map<Session, Set<number>>();
  #flush: ReturnType<typeof setImmediate> | null = null;
  #retry: ReturnType<typeof setTimeout> | null = null;

  /** @param limit bytes of one state as JSON. */
  constructor(sessions: ReadonlySet<Session>, limit: number) {
    this.#sessions = sessions;
    this.#limit = limit;
  }

  /** @throws ProtocolError or SyntaxError when the update cannot be read. */
  receive(session: Session, update: Uint8Array): void {
    const { member } = session;
    if (!member) return;
    for (const entry of readAwareness(update)) {
      if (!this.#claims(session, entry)) continue;
      if (Buffer.byteLength(entry.json) > this.#limit) {
        session.end(CloseCode.tooLarge, `an awareness state exceeds ${this.#limit} bytes`);
        return;
      }
      this.#set(session, member, entry);
    }
  }

  get empty(): boolean {
    return this.#present.size === 0;
  }

  /** Tells a session who is here. */
  sendAll(session: Session): void {
    session.send(this.#frame(this.#present.keys(), session));
  }

  /** The person behind a session is described anew. */
  restamp(session: Session, member: Member): void {
    const client = this.#owned.get(session);
    const presence = client === undefined ? undefined : this.#present.get(client);
    if (client === undefined || !presence) return;
    presence.json = stamp(presence.state, member);
    presence.clock = this.#nextClock(client, presence.ownClock);
    this.#announce(client);
  }

  leave(session: Session): void {
    this.#behind.delete(session);
    const client = this.#owned.get(session);
    this.#owned.delete(session);
    if (client !== undefined && this.#present.get(client)?.owner === session) this.#remove(client);
  }

  destroy(): void {
    if (this.#flush) clearImmediate(this.#flush);
    if (this.#retry) clearTimeout(this.#retry);
  }

  /** Whether an entry is this session's own to make; the first one claims its id. */
  #claims(session: Session, entry: AwarenessEntry): boolean {
    const owned = this.#owned.get(session);
    if (owned !== undefined) return owned === entry.client;
    if (entry.json === 'null') return false;
    const owner = this.#present.get(entry.client)?.owner;
    if (owner && !owner.ended && !isOnePerson(owner.member, session.member)) return false;
    if (owner) this.#owned.delete(owner);
    this.#owned.set(session, entry.client);
    return true;
  }

  #set(session: Session, member: Member, { client, clock, json }: AwarenessEntry): void {
    const known = this.#present.get(client);
    const state = asState(JSON.parse(json));
    if (state === null) {
      if (known) this.#remove(client);
      return;
    }
    if (known?.owner === session && clock <= known.ownClock) return;
    const presence = { owner: session, ownClock: clock, clock: this.#nextClock(client, clock), state };
    this.#present.set(client, { ...presence, json: stamp(state, member) });
    this.#announce(client);
  }

  #remove(client: number): void {
    this.#present.delete(client);
    this.#nextClock(client, 0);
    this.#announce(client);
  }

  #nextClock(client: number, atLeast: number): number {
    const clock = Math.max((this.#clocks.get(client) ?? -1) + 1, atLeast);
    this.#clocks.delete(client);
    this.#clocks.set(client, clock);
    if (this.#clocks.size > REMEMBERED_CLOCKS) this.#forgetOldestClock();
    return clock;
  }

  /** A map keeps its keys in the order of their last change. */
  #forgetOldestClock(): void {
    for (const client of this.#clocks.keys()) {
      if (this.#present.has(client)) continue;
      this.#clocks.delete(client);
      return;
    }
  }

  /** Everything that changes in one turn goes out as one frame. */
  #announce(client: number): void {
    this.#changed.add(client);
    this.#flush ??= setImmediate(() => this.#broadcast());
  }

  #broadcast(): void {
    this.#flush = null;
    const changed = [...this.#changed];
    this.#changed.clear();
    const frame = this.#frame(changed, null);
    for (const session of this.#sessions) {
      if (session.awarenessPaused || this.#behind.has(session)) this.#fallBehind(session, changed);
      else session.send(this.#needsOwnClock(session, changed) ? this.#frame(changed, session) : frame);
    }
  }

  #fallBehind(session: Session, changed: readonly number[]): void {
    const missed = this.#behind.get(session) ?? new Set();
    for (const client of changed) missed.add(client);
    this.#behind.set(session, missed);
    this.#retry ??= setTimeout(() => this.#catchUp(), RETRY_MS);
  }

  #catchUp(): void {
    this.#retry = null;
    for (const [session, missed] of this.#behind) {
      if (session.ended) this.#behind.delete(session);
      if (session.ended || session.awarenessPaused) continue;
      this.#behind.delete(session);
      session.send(this.#frame(missed, session));
    }
    if (this.#behind.size > 0) this.#retry = setTimeout(() => this.#catchUp(), RETRY_MS);
  }

  #needsOwnClock(session: Session, changed: readonly number[]): boolean {
    const client = this.#owned.get(session);
    if (client === undefined || !changed.includes(client)) return false;
    const presence = this.#present.get(client);
    return presence !== undefined && presence.clock !== presence.ownClock;
  }

  #frame(clients: Iterable<number>, reader: Session | null): Uint8Array {
    const entries: AwarenessEntry[] = [];
    for (const client of clients) {
      const presence = this.#present.get(client);
      const clock = presence?.owner === reader && presence ? presence.ownClock : (this.#clocks.get(client) ?? 0);
      entries.push({ client, clock, json: presence?.json ?? 'null' });
    }
    return awarenessMessage(writeAwareness(entries));
  }
}

function isOnePerson(one: Member | null, other: Member | null): boolean {
  return one !== null && other !== null && one.isPerson && one.id === other.id;
}

/** A client may say any JSON. What is no object has no room for the person, so it counts as an empty one. */
function asState(value: unknown): Record<string, unknown> | null {
  if (value === null) return null;
  return typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

function stamp(state: Record<string, unknown>, { id, name, color, side, role }: Member): string {
  return JSON.stringify({ ...state, user: { id, name, color, side, role } });
}
