import { createHash } from 'node:crypto';
import { bodyOf } from '@duet/document';
import { defaultLimits } from '@duet/protocol';
import type { Change, DocumentStore } from '@duet/storage';
import { type Crash, type Fault, openSimulatedStore, type SimulatedStore } from '@duet/storage/testing';
import { createSyncServer, type Member, type SyncServer } from '@duet/sync';
import type { Random, SimulatedLink } from '@duet/sync/testing';
import * as Y from 'yjs';
import type { Accounts } from './accounts.ts';
import { check } from './check.ts';
import { virtualClock } from './environment/virtual-clock.ts';
import { lettersIn, lettersInUpdate } from './letters.ts';
import { settle } from './settle.ts';

const DOCUMENT = 'meeting-simulated';
export const SCHEMA = '1';

const FINALIZED = 'finalized';
const IDLE_MS = 100;
/** Longer than it takes to close all sockets one after another. */
const CLOSING_MS = 2000;
/** Turns of the event loop that a call may take; a killed process never answers. */
const PATIENCE = 200;
const utf8 = {
  encode: (text: string) => new TextEncoder().encode(text),
  decode: (bytes: Uint8Array) => new TextDecoder().decode(bytes),
};

/** A disk that will fail: how, and after how many of its steps. */
interface Trap {
  readonly fault: Fault;
  steps: number;
}

/**
 * The server's process and its disk. The records of a meeting (what was rescued, what came late, the hash of what was
 * finalized) lie in the same store as its updates, as in the product.
 */
export class Service {
  readonly #accounts: Accounts;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #mayWrite: (letter: string) => boolean;
  readonly #random: () => Random;
  #disk: SimulatedStore | null = null;
  #sync: SyncServer | null = null;
  #trap: Trap | null = null;
  #down = false;
  #finalized: string | null = null;
  readonly #committedClocks = new Map<number, number>();
  compactions = 0;

  constructor(options: {
    readonly accounts: Accounts;
    readonly members: ReadonlyMap<string, Member>;
    /** False for letters of those whose edits must never be stored. */
    readonly mayWrite: (letter: string) => boolean;
    /** Chance of the step that is being told. */
    readonly random: () => Random;
  }) {
    this.#accounts = options.accounts;
    this.#members = options.members;
    this.#mayWrite = options.mayWrite;
    this.#random = options.random;
  }

  /** The process ended by itself or hangs for ever: it has to be started anew. */
  get down(): boolean {
    return this.#down;
  }

  get locked(): boolean {
    return this.#finalized !== null;
  }

  get store(): SimulatedStore {
    if (!this.#disk) throw new Error('the service was not started');
    return this.#disk;
  }

  /** The clock up to which what a client id wrote is on the disk. */
  committedClock(client: number): number {
    return this.#committedClocks.get(client) ?? 0;
  }

  /** @param write each makes one update of the log: a long log is compacted sooner. */
  async start(writes: readonly ((doc: Y.Doc) => void)[]): Promise<void> {
    this.#serve(await openSimulatedStore(this.#diskOptions()));
    await this.store.commit([{ kind: 'record', document: DOCUMENT, name: 'made', value: new Uint8Array() }]);
    for (const write of writes) await this.#server.edit(DOCUMENT, 'server', write);
  }

  /** @returns whether somebody answered. */
  connect(link: SimulatedLink, person: string, schema: string | null): boolean {
    const member = this.#members.get(person);
    if (this.#down || !member) return false;
    this.#server.accept(link.server, { document: DOCUMENT, member, schema, address: person });
    return true;
  }

  memberChanged(member: Member): void {
    this.#server.memberChanged(DOCUMENT, member.id, member);
  }

  read(): Promise<Y.Doc> {
    return this.#server.read(DOCUMENT);
  }

  breakDiskSoon(fault: Fault, steps: number): void {
    this.#trap = { fault, steps };
  }

  async finalize(): Promise<void> {
    await this.#orDown(
      this.#server.lock(DOCUMENT, async (doc) => {
        const value = utf8.encode(hashOf(doc));
        return { changes: [{ kind: 'record', document: DOCUMENT, name: FINALIZED, value }], result: null };
      }),
    );
    if (!this.#down) this.#finalized = await this.#orDown(this.#finalizedRecord());
  }

  async reopen(): Promise<void> {
    await this.checkFinalized();
    await this.#orDown(
      this.#server.unlock(DOCUMENT, [{ kind: 'record', document: DOCUMENT, name: FINALIZED, value: null }]),
    );
    if (!this.#down) this.#finalized = null;
  }

  /** What was finalized is what is there, to the byte. */
  async checkFinalized(): Promise<void> {
    if (this.#finalized === null || this.#down) return;
    const doc = await this.#orDown(this.read());
    if (!doc) return;
    const hash = hashOf(doc);
    check(hash === this.#finalized, () => 'a finalized document changed');
    doc.destroy();
  }

  /** The process dies at whatever it was doing; a new one opens what the disk kept. */
  async restart(crash: Crash): Promise<void> {
    this.#trap = null;
    this.#serve(await this.store.crash(crash, this.#diskOptions()));
    await this.#countStored();
    // A crash in the middle of finalizing may leave it done or not done.
    this.#finalized = await this.#finalizedRecord();
    await this.checkFinalized();
  }

  /** A process that was killed never closes, and is not waited for. */
  async close(): Promise<void> {
    const closing = this.#orDown(this.#server.close());
    await virtualClock.advance(CLOSING_MS, () => settle(1));
    await closing;
  }

  async #finalizedRecord(): Promise<string | null> {
    const record = await this.store.record(DOCUMENT, FINALIZED);
    return record && utf8.decode(record);
  }

  get #server(): SyncServer {
    if (!this.#sync) throw new Error('the service was not started');
    return this.#sync;
  }

  #serve(disk: SimulatedStore): void {
    this.#disk = disk;
    this.#down = false;
    const keep = (name: string, text: string) =>
      disk.commit([{ kind: 'record', document: DOCUMENT, name, value: utf8.encode(text) }]);
    let late = 0;
    this.#sync = createSyncServer({
      store: this.#watched(disk),
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      limits: { ...defaultLimits, updatesPerSecond: 1e6, bytesPerSecond: 1e9 },
      settings: async () => ({ schema: SCHEMA, locked: (await disk.record(DOCUMENT, FINALIZED)) !== null }),
      onLateUpdate: async ({ member, text }) => {
        const name = `late/${member.id}/${Date.now()}-${late++}`;
        await keep(name, text);
        for (const letter of lettersIn(text)) this.#accounts.late.add(letter);
      },
      onRescue: async ({ key, text }) => {
        await keep(`rescued/${key}`, text);
        for (const letter of lettersIn(text)) this.#accounts.rescued.add(letter);
      },
      onFatal: () => {
        if (this.#disk === disk) this.#down = true;
      },
      idleMs: IDLE_MS,
    });
  }

  /** The store, keeping the books on what goes to the disk. */
  #watched(disk: SimulatedStore): DocumentStore {
    const watched: Partial<DocumentStore> = {
      commit: async (changes: readonly Change[]) => {
        for (const change of changes) if (change.kind === 'update') this.#inspect(change.update);
        const heads = await disk.commit(changes);
        for (const change of changes) if (change.kind === 'update') this.#count(change.update);
        return heads;
      },
      compact: async (document, snapshot) => {
        await disk.compact(document, snapshot);
        this.compactions++;
      },
    };
    return new Proxy<DocumentStore>(disk, {
      get: (target, name) => {
        const own: unknown = Reflect.get(watched, name);
        if (own !== undefined) return own;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #inspect(update: Uint8Array): void {
    for (const letter of lettersInUpdate(update)) {
      check(this.#mayWrite(letter), () => `${letter}, of somebody who may not write, was stored`);
    }
  }

  #count(update: Uint8Array): void {
    for (const letter of lettersInUpdate(update)) this.#accounts.committed.add(letter);
    for (const { id, length } of Y.decodeUpdate(update).structs) {
      this.#committedClocks.set(id.client, Math.max(this.committedClock(id.client), id.clock + length));
    }
  }

  /** A commit may have reached the disk though the process died before it knew. The lists are read anew, too. */
  async #countStored(): Promise<void> {
    const stored = await this.store.load(DOCUMENT);
    for (const { update } of stored?.updates ?? []) this.#count(update);
    const { rescued, late } = this.#accounts;
    for (const [list, prefix] of [
      [rescued, 'rescued/'],
      [late, 'late/'],
    ] as const) {
      const found = [...(await this.store.records(DOCUMENT, prefix)).values()].flatMap((text) =>
        lettersIn(utf8.decode(text)),
      );
      for (const letter of list) check(found.includes(letter), () => `${letter} was on the list ${prefix} and is gone`);
      for (const letter of found) list.add(letter);
    }
  }

  /** A call while the disk may fail: null when it did, or when it hangs because the process was killed in it. */
  async #orDown<T>(call: Promise<T>): Promise<T | null> {
    let settled = false;
    const outcome = call
      .catch(() => {
        this.#down = true;
        return null;
      })
      .finally(() => {
        settled = true;
      });
    for (let patience = 0; patience < PATIENCE && !settled && !this.#down; patience++) await settle(1);
    if (settled) return outcome;
    this.#down = true;
    return null;
  }

  #diskOptions() {
    return {
      now: () => Date.now(),
      random: () => this.#random().next(),
      faults: () => {
        if (this.#trap === null || this.#trap.steps-- > 0) return null;
        const { fault } = this.#trap;
        this.#trap = null;
        if (fault === 'kill') this.#down = true;
        return fault;
      },
    };
  }
}

function hashOf(doc: Y.Doc): string {
  return createHash('sha256').update(bodyOf(doc).toString()).digest('hex');
}
