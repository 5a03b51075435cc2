import './environment/all.ts';
import { block } from '@duet/blocks/testing';
import { bodyOf, insertBlocks, read, setDetails } from '@duet/document';
import { plain } from '@duet/domain';
import type { Member } from '@duet/sync';
import { follower, member, Random, type SimulatedLink } from '@duet/sync/testing';
import * as Y from 'yjs';
import { Accounts } from './accounts.ts';
import { deleteSelection, paste, pressSomewhere, runCommand, typeSomewhere } from './acts.ts';
import { check } from './check.ts';
import { virtualClock } from './environment/virtual-clock.ts';
import { letterOf, personOf } from './letters.ts';
import { Page } from './page.ts';
import { SCHEMA, Service } from './service.ts';
import { settle } from './settle.ts';
import type { Outsider, Step, Story } from './story.ts';

/** What a story came across, to know that it was worth telling. */
export interface Tally {
  letters: number;
  committed: number;
  rescued: number;
  late: number;
  deleted: number;
  refused: number;
  /** The process died, at a step of the disk or between two. */
  kills: number;
  /** The machine did: only what was fsynced is sure to be there. */
  powerCuts: number;
  /** Links that broke by themselves, with what was under way. */
  linkCuts: number;
  compactions: number;
  turnedAway: number;
}

/** A person and the page that they have open. */
class Person {
  readonly id: string;
  readonly index: number;
  readonly client: 'ours' | 'stock';
  page: Page | null = null;
  link: SimulatedLink | null = null;
  partitioned = false;
  typed = 0;
  pages = 0;
  constructor(index: number, client: Person['client']) {
    this.index = index;
    this.client = client;
    this.id = `p${index}`;
  }
}

const CLIENTS_PER_PERSON = 1000;
/** So many that the log is compacted once a little was typed and everybody has left. */
const EARLIER_EDITS = 80;

export class World {
  readonly #accounts = new Accounts();
  readonly #members = new Map<string, Member>();
  readonly #people: readonly Person[];
  readonly #outsider: Person;
  readonly #outsiderKind: Outsider;
  readonly #service: Service;
  #random: Random;
  readonly #cuts = { kills: 0, powerCuts: 0, linkCuts: 0 };
  #turnedAway = 0;

  constructor({ seed, people, stock, outsider }: Story) {
    this.#random = new Random(seed);
    this.#people = Array.from(
      { length: people },
      (_, index) => new Person(index, index < people - stock ? 'ours' : 'stock'),
    );
    this.#outsider = new Person(people, 'ours');
    this.#outsiderKind = outsider;
    for (const { id } of this.#people) this.#members.set(id, member(id));
    const { id } = this.#outsider;
    this.#members.set(id, outsider === 'follower' ? follower(id) : member(id));
    this.#service = new Service({
      accounts: this.#accounts,
      members: this.#members,
      mayWrite: (letter) => personOf(letter) !== people,
      random: () => this.#random,
    });
  }

  get tally(): Tally {
    const { typed, committed, rescued, late, deleted, refused } = this.#accounts;
    return {
      letters: typed.size,
      committed: committed.size,
      rescued: rescued.size,
      late: late.size,
      deleted: deleted.size,
      refused: refused.size,
      ...this.#cuts,
      compactions: this.#service.compactions,
      turnedAway: this.#turnedAway,
    };
  }

  async open(): Promise<void> {
    const earlier = Array.from(
      { length: EARLIER_EDITS },
      (_, edit) => (doc: Y.Doc) => setDetails(doc, { title: `${edit}` }),
    );
    await this.#service.start([writeMeeting, ...earlier]);
    for (const person of this.#people) this.#openPage(person);
    await this.#quiet();
  }

  async step(step: Step): Promise<void> {
    const person = this.#people[step.who % this.#people.length];
    if (!person) return;
    this.#random = new Random(step.chance);
    await this.#happen(step, person, this.#random);
    await settle(step.turns);
    await virtualClock.advance(step.pause, () => settle(1));
    if (this.#service.down) await this.#crash();
  }

  async #happen({ does }: Step, person: Person, random: Random): Promise<void> {
    const { page } = person;
    switch (does) {
      case 'type':
        page?.act((editor) => typeSomewhere(editor, random, this.#letters(person, 1 + random.below(4)).join('')));
        break;
      case 'press':
        page?.act((editor) => pressSomewhere(editor, random));
        break;
      case 'command':
        page?.act((editor) => runCommand(editor, random));
        break;
      case 'deleteSelection':
        page?.act((editor) => deleteSelection(editor, random, this.#letters(person, 1).join('')));
        break;
      case 'paste':
        page?.act((editor) => paste(editor, random, this.#letters(person, 3)));
        break;
      case 'undo':
        page?.act((editor) => editor.commands.undo());
        break;
      case 'redo':
        page?.act((editor) => editor.commands.redo());
        break;
      case 'deliver':
        this.#deliver(person, random.chance(0.3) ? 40 : 1 + random.below(6));
        break;
      case 'wait':
        await virtualClock.advance(random.below(3000), () => settle(1));
        break;
      case 'cut':
        this.#cutLink(person);
        break;
      case 'partition':
        person.partitioned = true;
        this.#cutLink(person);
        break;
      case 'rejoin':
        person.partitioned = false;
        break;
      case 'repeat':
        this.#repeat(person);
        break;
      case 'reload':
        page?.close();
        this.#openPage(person);
        break;
      case 'allLeave':
        await this.#allLeave();
        break;
      case 'demote':
        this.#setMember(follower(person.id));
        break;
      case 'promote':
        this.#setMember(member(person.id));
        break;
      case 'finalize':
        if (!this.#service.locked) await this.#service.finalize();
        break;
      case 'reopen':
        if (this.#service.locked) await this.#service.reopen();
        break;
      case 'breakDisk':
        this.#service.breakDiskSoon(random.pick(['EIO', 'ENOSPC', 'kill']) ?? 'kill', random.below(12));
        break;
      case 'crash':
        await this.#crash();
        break;
      case 'outsider':
        await this.#outsiderActs(random);
    }
  }

  /** Everything works again: everybody may write, is connected, and has heard everything. */
  async heal(): Promise<void> {
    await this.#allLeave();
    await this.#crash();
    if (this.#service.locked) await this.#service.reopen();
    for (const person of this.#people) {
      person.partitioned = false;
      this.#setMember(member(person.id));
      if (person.page === null) this.#openPage(person);
      person.page?.provider.connect();
    }
    await this.#quiet();
  }

  async checkAccounts(): Promise<void> {
    await this.#checkDisk();
    const doc = await this.#service.read();
    const [first] = this.#people;
    for (const { id, page } of this.#people) {
      if (!page?.editor) throw new Error(`${id} has no editor`);
      const { pendingStructs, pendingDs } = page.doc.store;
      check(pendingStructs === null && pendingDs === null, () => `${id} waits for structs`);
      check(page.saved, () => `${id} is not saved, though all is quiet`);
      check(`${bodyOf(page.doc)}` === `${bodyOf(doc)}`, () => `${id} has another document`);
      check(Y.equalSnapshots(Y.snapshot(page.doc), Y.snapshot(doc)), () => `${id} has other clocks or deletes`);
      page.editor.state.doc.check();
      const shows = JSON.stringify(page.editor.getJSON());
      check(shows === JSON.stringify(first?.page?.editor?.getJSON()), () => `${id} sees another document`);
      check(JSON.stringify(read(page.doc)) === JSON.stringify(read(doc)), () => `${id} reads another meeting`);
    }
    this.#checkLetters(first?.page?.standing() ?? new Map());
  }

  async end(): Promise<void> {
    for (const { page } of [...this.#people, this.#outsider]) page?.destroy();
    await this.#service.close();
  }

  /** Who sees a letter now, and what the books say of it: one line. */
  whereabouts(letter: string): string {
    const pages = this.#people.map(({ id, page, link }) => {
      const copies = page?.standing().get(letter) ?? [];
      const waiting = link?.up ? `${link.toServer.length} up, ${link.toClient.length} down` : 'no link';
      return `${id}: ${copies.join(' ') || 'not there'}${page?.saved ? '' : ' unsaved'} (${waiting})`;
    });
    const books = ['typed', 'committed', 'acknowledged', 'deleted', 'rescued', 'late', 'refused'] as const;
    return `${pages.join('; ')}; ${books.filter((book) => this.#accounts[book].has(letter)).join(', ')}`;
  }

  #checkLetters(standing: ReadonlyMap<string, readonly string[]>): void {
    for (const letter of this.#accounts.typed) {
      const copies = standing.get(letter)?.length ?? 0;
      const name = `${letter} of p${personOf(letter)}`;
      if (personOf(letter) === this.#outsider.index) check(copies === 0, () => `${name}, who may not write, is there`);
      else {
        check(copies > 0 || this.#accounts.excuses(letter, true), () => `${name} was typed and is gone`);
        check(copies <= this.#accounts.copiesAllowed(letter), () => `${name} is there ${copies} times`);
      }
    }
  }

  /** Acknowledged is recovered. */
  async #checkDisk(): Promise<void> {
    const doc = await this.#service.read();
    const text = bodyOf(doc).toString();
    doc.destroy();
    for (const letter of this.#accounts.acknowledged) {
      check(text.includes(letter) || this.#accounts.excuses(letter, false), () => `${letter} was saved and is lost`);
    }
  }

  #letters(person: Person, count: number): string[] {
    return Array.from({ length: count }, () => letterOf(person.index, person.typed++));
  }

  #openPage(person: Person): void {
    const isOutsider = person === this.#outsider;
    const clientId = (person.index + 1) * CLIENTS_PER_PERSON + person.pages++;
    person.page = new Page({
      clientId,
      accounts: this.#accounts,
      client: person.client,
      committedClock: (client) => this.#service.committedClock(client),
      mayWrite: () => this.#members.get(person.id)?.mayWrite === true && !this.#service.locked,
      editor: isOutsider && this.#outsiderKind === 'old-schema' ? 'old' : 'current',
      dial: (link) => {
        if (person.partitioned) return false;
        person.link = link;
        return this.#service.connect(link, person.id, isOutsider ? schemaOf(this.#outsiderKind) : SCHEMA);
      },
    });
  }

  /** Moves frames of one link, each way in its order. @returns whether there were any. */
  #deliver(person: Person, frames: number): boolean {
    const { link, page } = person;
    let moved = false;
    for (let i = 0; i < frames && link?.up && page; i++) {
      if (this.#random.chance(0.5)) {
        moved = link.deliverToServer() !== null || moved;
        continue;
      }
      const before = page.standing();
      if (!link.deliverToClient()) continue;
      moved = true;
      // G2: what others typed is seen only when it is on the disk.
      for (const letter of page.standing().keys()) {
        if (before.has(letter) || personOf(letter) === person.index) continue;
        check(this.#accounts.committed.has(letter), () => `${person.id} saw ${letter} before it was on the disk`);
      }
    }
    return moved || (link?.up === true && link.toServer.length + link.toClient.length > 0);
  }

  #cutLink({ link }: Person): void {
    if (!link?.up) return;
    this.#cuts.linkCuts++;
    link.cut();
  }

  /** The network hands over again what it holds. */
  #repeat({ link }: Person): void {
    if (!link?.up) return;
    const updates = link.toServer.filter(([type, kind]) => type === 0 && kind === 2);
    link.toServer.push(...updates.slice(0, 1 + this.#random.below(4)));
  }

  async #allLeave(): Promise<void> {
    for (const { page } of [...this.#people, this.#outsider]) page?.provider.disconnect();
    await virtualClock.advance(400, () => settle(4));
    for (const { page } of this.#people) page?.provider.connect();
  }

  async #outsiderActs(random: Random): Promise<void> {
    const person = this.#outsider;
    const ending = person.page?.ending ?? null;
    if (ending !== null) this.#turnedAway++;
    const allowed = this.#outsiderKind === 'old-schema' ? ending === null || ending === 4426 : ending === null;
    check(allowed, () => `the outsider was closed with ${ending}`);
    if (person.page === null || ending !== null || random.chance(0.1)) {
      person.page?.destroy();
      this.#openPage(person);
    } else if (random.chance(0.4)) {
      person.page.act((editor) => typeSomewhere(editor, random, this.#letters(person, 2).join('')));
    } else if (random.chance(0.2)) {
      person.page.act((editor) => pressSomewhere(editor, random));
    }
    await virtualClock.advance(30, () => settle(1));
    for (let round = 0; round < 4; round++) {
      this.#deliver(person, 20);
      await settle(1);
    }
  }

  #setMember(who: Member): void {
    this.#members.set(who.id, who);
    this.#service.memberChanged(who);
  }

  async #crash(): Promise<void> {
    const crash = this.#random.chance(0.5) ? 'kill' : 'power';
    this.#cuts[crash === 'kill' ? 'kills' : 'powerCuts']++;
    for (const { link } of [...this.#people, this.#outsider]) link?.cut();
    await this.#service.restart(crash);
    await this.#checkDisk();
  }

  /** Delivers and waits until nobody has anything to say. */
  async #quiet(): Promise<void> {
    for (let quiet = 0, rounds = 0; quiet < 6; rounds++) {
      check(rounds < 600, () => `the world does not come to rest: ${this.whereabouts('')}`);
      let moved = false;
      for (const person of this.#people) moved = this.#deliver(person, 60) || moved;
      await settle(3);
      await virtualClock.advance(100, () => settle(1));
      const settled = this.#people.every(({ page }) => page?.saved === true && page.editor !== null);
      for (const { id, page } of this.#people)
        check(page?.ending === null, () => `${id} was closed with ${page?.ending}`);
      quiet = moved || !settled ? 0 : quiet + 1;
    }
  }
}

function schemaOf(kind: Outsider): string | null {
  return kind === 'old-schema' ? '0' : kind === 'no-schema' ? null : SCHEMA;
}

/** Small, so that hands meet: a bit of everything that text can stand in. */
function writeMeeting(doc: Y.Doc): void {
  insertBlocks(doc, [
    block('sectionHeading', { title: plain('Risks') }),
    block('textBlock', { text: plain('first words') }),
    block('textBlock', { text: plain('second'), kind: 'bullet' }),
    block('riskTable', { rows: [] }),
    block('decision', { text: plain('keep it') }),
    block('actionItem', { action: plain('do it') }),
    block('textBlock', { text: plain('') }),
  ]);
}
