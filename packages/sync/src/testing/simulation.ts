import { defaultLimits } from '@duet/protocol';
import type { Change, DocumentStore } from '@duet/storage';
import { openSimulatedStore, type SimulatedStore, type SimulatedStoreOptions } from '@duet/storage/testing';
import * as Y from 'yjs';
import { createSyncServer } from '../create-sync-server.ts';
import type { Member, SyncServer } from '../sync-server.ts';
import { Random } from './random.ts';
import { SimulatedClient } from './simulated-client.ts';
import type { SimulatedLink } from './simulated-link.ts';
import { follower, member, SCHEMA } from './test-server.ts';
import { tokensIn, wordsIn, wordsOf } from './tokens.ts';

const DOCUMENT = 'meeting';
const FORGER = 'forger';

export interface SimulationOptions {
  readonly seed: number;
  /** What happens before everything heals and the accounts are checked. */
  readonly steps: number;
}

/** What a world came across. */
export interface SimulationTally {
  readonly words: number;
  readonly committed: number;
  readonly rescued: number;
  readonly kills: number;
  readonly powerCuts: number;
  readonly linkCuts: number;
}

/**
 * Several people, one document, and a world that fails: frames are delayed, links are cut, rights change, the document
 * is locked and opened, the disk fails, the process dies between any two steps of the store. One seed, one story.
 *
 * What must hold is checked all along and, after everything has healed, once more:
 * - a word that the server called saved is never lost (G1);
 * - nobody but its author sees a word before it is on the disk (G2);
 * - every committed word stands in the document once, or was deleted by someone who saw it, or is on the rescue list
 *   (G12);
 * - no word of a member who may not write is ever committed (G16);
 * - a locked document does not change (G14);
 * - in the end everybody has the same document, and nothing is pending.
 * @throws an error that names the seed and the shortest story of it that fails.
 */
export async function runSimulation({ seed, steps }: SimulationOptions): Promise<SimulationTally> {
  try {
    return await tell({ seed, steps });
  } catch (error) {
    const shortest = await shorten({ seed, steps });
    throw new Error(`the simulation failed with seed ${seed} and ${steps} steps (${shortest} are enough)`, {
      cause: error,
    });
  }
}

/** Takes away steps from the end, in ever smaller portions, as long as the story still fails. */
async function shorten({ seed, steps }: SimulationOptions): Promise<number> {
  let failing = steps;
  for (let portion = steps >> 1; portion > 0; portion >>= 1) {
    const fails = await tell({ seed, steps: failing - portion }).then(
      () => false,
      () => true,
    );
    if (fails) failing -= portion;
  }
  return failing;
}

async function tell({ seed, steps }: SimulationOptions): Promise<SimulationTally> {
  const world = new World(seed);
  try {
    await world.open();
    for (let step = 0; step < steps; step++) await world.step();
    await world.heal();
    await world.checkAccounts();
    return world.tally;
  } finally {
    await world.end();
  }
}

class World {
  readonly #random: Random;
  readonly #clients: SimulatedClient[];
  readonly #members = new Map<string, Member>();
  readonly #committed = new Set<string>();
  readonly #rescued = new Set<string>();
  readonly #late = new Set<string>();
  readonly #cuts = { kills: 0, powerCuts: 0, linkCuts: 0 };
  #disk: SimulatedStore | null = null;
  #server: SyncServer | null = null;
  #failed = false;
  #diskFails = false;
  #locked = false;
  #sealed: string | null = null;

  constructor(seed: number) {
    this.#random = new Random(seed);
    const people = 2 + this.#random.below(4);
    this.#clients = Array.from(
      { length: people },
      (_, index) => new SimulatedClient(`p${index}`, index + 1, this.#random),
    );
    for (const { id } of this.#clients) this.#members.set(id, member(id));
    this.#clients.push(new SimulatedClient(FORGER, people + 1, this.#random));
    this.#members.set(FORGER, follower(FORGER));
  }

  get tally(): SimulationTally {
    const words = this.#clients.reduce((sum, { typed }) => sum + typed.size, 0);
    return { words, committed: this.#committed.size, rescued: this.#rescued.size, ...this.#cuts };
  }

  async open(): Promise<void> {
    this.#disk = await openSimulatedStore(this.#diskOptions());
    this.#serve(this.#disk);
    await this.#disk.commit([{ kind: 'record', document: DOCUMENT, name: 'made', value: new Uint8Array() }]);
  }

  /** One thing that happens, then a few turns for its consequences. */
  async step(): Promise<void> {
    const client = this.#random.pick(this.#clients);
    if (!client) return;
    const roll = this.#random.below(1000);
    if (roll < 300) client.act();
    else if (roll < 620) this.#deliver(client);
    else if (roll < 740) this.#deliver(client, 1 + this.#random.below(20));
    else if (roll < 820) client.ping();
    else if (roll < 880) this.#connect(client);
    else if (roll < 930) this.#cutLink(client);
    else if (roll < 960) this.#changeRole(client);
    else if (roll < 975) await this.#toggleLock();
    else if (roll < 985) await this.#crash();
    else if (roll < 990) this.#diskFails = true;
    await turns(this.#random.below(4));
    if (this.#failed) await this.#crash();
  }

  /** Everything works again: everybody may write, is connected, and has heard everything. */
  async heal(): Promise<void> {
    await this.#crash();
    if (this.#locked) await this.#unlock();
    for (const client of this.#clients) {
      if (client.id !== FORGER) this.#setMember(member(client.id));
      this.#connect(client);
    }
    for (let quiet = 0; quiet < 20; ) {
      const moved = this.#clients.map((client) => this.#deliver(client, 50)).some(Boolean);
      await turns(3);
      quiet = moved || this.#clients.some(({ synced, link }) => link?.up && !synced) ? 0 : quiet + 1;
    }
  }

  async checkAccounts(): Promise<void> {
    const doc = await this.#sync.read(DOCUMENT);
    const words = tokensIn(doc);
    check(new Set(words).size === words.length, `a word stands in the document twice: ${words.join(' ')}`);
    for (const word of this.#committed) {
      check(words.includes(word) || this.#excused(word), `${word} was committed and is gone`);
    }
    for (const client of this.#clients) this.#checkClient(client, doc);
    const stored = await this.#store.load(DOCUMENT);
    for (const { update } of stored?.updates ?? []) {
      check(!wordsIn(update).some((word) => word.startsWith(`<${FORGER}:`)), 'a word of a follower was stored');
    }
  }

  async end(): Promise<void> {
    for (const client of this.#clients) client.disconnect();
    if (!this.#failed) await this.#server?.close();
  }

  #checkClient(client: SimulatedClient, doc: Y.Doc): void {
    if (client.id === FORGER) return;
    check(client.link?.up === true, `${client.id} was closed with ${client.link?.closedBy}`);
    const { pendingStructs, pendingDs } = client.doc.store;
    check(pendingStructs === null && pendingDs === null, `${client.id} waits for structs`);
    const same = `${client.doc.getXmlFragment('body')}` === `${doc.getXmlFragment('body')}`;
    check(same, `${client.id} sees another document`);
    check(Y.equalSnapshots(Y.snapshot(client.doc), Y.snapshot(doc)), `${client.id} has other clocks or deletes`);
  }

  get #sync(): SyncServer {
    if (!this.#server) throw new Error('there is no server');
    return this.#server;
  }

  get #store(): SimulatedStore {
    if (!this.#disk) throw new Error('there is no store');
    return this.#disk;
  }

  #excused(word: string): boolean {
    return this.#rescued.has(word) || this.#clients.some(({ deleted }) => deleted.has(word));
  }

  #serve(disk: SimulatedStore): void {
    this.#disk = disk;
    this.#failed = false;
    const isCurrent = () => this.#disk === disk;
    this.#server = createSyncServer({
      store: this.#watched(disk),
      logger: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      limits: { ...defaultLimits, updatesPerSecond: 1e6, bytesPerSecond: 1e9, pendingBytes: 1e6 },
      settings: async () => ({ schema: SCHEMA, locked: this.#locked }),
      onLateUpdate: async ({ text }) => {
        for (const word of wordsOf(text)) this.#late.add(word);
      },
      onRescue: async ({ text }) => {
        for (const word of wordsOf(text)) this.#rescued.add(word);
      },
      onFatal: () => {
        if (isCurrent()) this.#failed = true;
      },
      idleMs: 1,
    });
  }

  /** A store that keeps account of the words that are on the disk. */
  #watched(disk: SimulatedStore): DocumentStore {
    const commit = async (changes: readonly Change[]) => {
      const heads = await disk.commit(changes);
      for (const change of changes) {
        if (change.kind === 'update') for (const word of wordsIn(change.update)) this.#committed.add(word);
      }
      return heads;
    };
    return new Proxy<DocumentStore>(disk, {
      get: (target, name) => {
        if (name === 'commit') return commit;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  #cutLink(client: SimulatedClient): void {
    if (client.link?.up) this.#cuts.linkCuts++;
    client.disconnect();
  }

  #connect(client: SimulatedClient): void {
    this.#cutLink(client);
    const link: SimulatedLink = client.connect();
    const who = this.#members.get(client.id) ?? member(client.id);
    this.#sync.accept(link.server, { document: DOCUMENT, member: who, schema: SCHEMA, address: client.id });
  }

  /** Moves frames of one link, each way in its order. @returns whether there was any. */
  #deliver(client: SimulatedClient, frames = 1): boolean {
    let moved = false;
    for (let i = 0; i < frames && client.link; i++) {
      const { link } = client;
      if (this.#random.chance(0.5)) {
        moved = link.deliverToServer() !== null || moved;
        continue;
      }
      const frame = link.deliverToClient();
      if (!frame) continue;
      client.receive(frame);
      moved = true;
      const early = client.words().find((word) => !this.#committed.has(word) && !client.typed.has(word));
      check(early === undefined, `${client.id} saw ${early} before it was on the disk`);
    }
    return moved || (client.link?.up === true && client.link.toServer.length + client.link.toClient.length > 0);
  }

  #changeRole({ id }: SimulatedClient): void {
    if (id === FORGER) return;
    this.#setMember(this.#members.get(id)?.mayWrite ? follower(id) : member(id));
  }

  #setMember(who: Member): void {
    this.#members.set(who.id, who);
    this.#sync.memberChanged(DOCUMENT, who.id, who);
  }

  async #toggleLock(): Promise<void> {
    if (this.#locked) return this.#unlock();
    const sealed = this.#sync.lock(DOCUMENT, async (doc) => ({ changes: [], result: `${doc.getXmlFragment('body')}` }));
    this.#sealed = (await this.#orCrash(sealed)) ?? null;
    this.#locked = this.#sealed !== null;
  }

  async #unlock(): Promise<void> {
    const doc = await this.#orCrash(this.#sync.read(DOCUMENT));
    if (!doc) return;
    check(`${doc.getXmlFragment('body')}` === this.#sealed, 'a locked document changed');
    await this.#orCrash(this.#sync.unlock(DOCUMENT, []));
    this.#locked = false;
  }

  /** A call to the server while its disk may fail: null when it did. */
  async #orCrash<T>(call: Promise<T>): Promise<T | null> {
    try {
      return await call;
    } catch {
      await this.#crash();
      return null;
    }
  }

  /** A commit may have reached the disk though the process died before it knew. */
  async #countStored(): Promise<void> {
    const stored = await this.#store.load(DOCUMENT);
    const updates = (stored?.updates ?? []).map(({ update }) => update);
    for (const update of stored?.snapshot ? [stored.snapshot.state, ...updates] : updates) {
      for (const word of wordsIn(update)) this.#committed.add(word);
    }
  }

  #diskOptions(): SimulatedStoreOptions {
    const random = this.#random.next;
    return { random, faults: () => (this.#diskFails && this.#random.chance(0.3) ? 'EIO' : null) };
  }

  /** The process dies at whatever it was doing; a new one opens what the disk kept. */
  async #crash(): Promise<void> {
    for (const client of this.#clients) client.disconnect();
    const kind = this.#random.chance(0.5) ? 'kill' : 'power';
    this.#cuts[kind === 'kill' ? 'kills' : 'powerCuts']++;
    this.#diskFails = false;
    this.#serve(await this.#store.crash(kind, this.#diskOptions()));
    await this.#countStored();
    const doc = await this.#sync.read(DOCUMENT);
    const words = new Set(tokensIn(doc));
    for (const { acknowledged, id } of this.#clients) {
      for (const word of acknowledged) {
        const kept = words.has(word) || this.#excused(word) || this.#late.has(word);
        check(kept, `${word} of ${id} was acknowledged and lost`);
      }
    }
  }
}

function check(holds: boolean, complaint: string): void {
  if (!holds) throw new Error(complaint);
}

/** Lets everything run that can run without the world moving on. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await new Promise((resolve) => setImmediate(resolve));
}
