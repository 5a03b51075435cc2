import { MessageType, SyncType, savedMessage, step1Message, step2Message, updateMessage } from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Random } from './random.ts';
import { SimulatedLink } from './simulated-link.ts';
import { tokensIn } from './tokens.ts';

/** One acknowledgement that is waited for, and the words it will stand for. */
interface Ping {
  readonly id: number;
  readonly words: ReadonlySet<string>;
}

/**
 * A person at a browser: a Y.Doc, the y-websocket protocol, and hands that type unique words, delete what they see
 * and build rows. Words are never cut in two: a person types between words.
 */
export class SimulatedClient {
  readonly id: string;
  readonly doc: Y.Doc;
  link: SimulatedLink | null = null;
  /** The words this person deleted, having seen them. */
  readonly deleted = new Set<string>();
  /** The words this person typed. */
  readonly typed = new Set<string>();
  /** The words of this person that the server said are safe. */
  readonly acknowledged = new Set<string>();
  /** The words that were typed when a refusal came: an acknowledgement says nothing about whether they were taken. */
  readonly doubtful = new Set<string>();
  synced = false;
  readonly #random: Random;
  #pings: Ping[] = [];
  #nextPing = 0;

  constructor(id: string, clientID: number, random: Random) {
    this.id = id;
    this.doc = Object.assign(new Y.Doc(), { clientID });
    this.#random = random;
    this.doc.on('update', (update: Uint8Array, origin) => {
      if (origin !== this) this.#send(updateMessage(update));
    });
  }

  connect(): SimulatedLink {
    this.disconnect();
    this.link = new SimulatedLink();
    this.#send(step1Message(Y.encodeStateVector(this.doc)));
    return this.link;
  }

  disconnect(): void {
    this.link?.cut();
    this.link = null;
    this.#pings = [];
    this.synced = false;
  }

  /** Words visible to this person. */
  words(): string[] {
    return tokensIn(this.doc);
  }

  /** One thing a person does. */
  act(): void {
    const rows = this.#rows();
    const kind = this.#random.below(10);
    if (rows.length === 0 || kind === 0) this.#addRow();
    else if (kind === 1) this.#deleteRow();
    else if (kind === 2) this.#deleteWord();
    else if (kind === 3) this.#random.pick(rows)?.setAttribute('state', `${this.#random.below(5)}`);
    else this.#type();
  }

  /** Once synced, everything typed was sent on this link before. */
  ping(): void {
    if (!this.link?.up || !this.synced) return;
    const words = new Set([...this.typed].filter((word) => !this.acknowledged.has(word)));
    this.#pings.push({ id: this.#nextPing, words });
    this.#send(savedMessage(Uint8Array.of(this.#nextPing & 255, this.#nextPing >> 8)));
    this.#nextPing++;
  }

  /** Takes one frame from the server. */
  receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === MessageType.sync) this.#sync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
    else if (type === MessageType.saved) this.#saved(decoding.readVarUint8Array(decoder));
    else if (type === MessageType.auth) for (const word of this.typed) this.doubtful.add(word);
  }

  #sync(type: number, bytes: Uint8Array): void {
    if (type === SyncType.step1) {
      this.#send(step2Message(Y.encodeStateAsUpdate(this.doc, bytes)));
      return;
    }
    if (type === SyncType.step2) this.synced = true;
    Y.applyUpdate(this.doc, bytes, this);
  }

  #saved(payload: Uint8Array): void {
    const ping = this.#pings.shift();
    const id = (payload[0] ?? 0) + 256 * (payload[1] ?? 0);
    if (ping?.id !== id) throw new Error(`${this.id} was answered ping ${id} instead of ${ping?.id}`);
    for (const word of ping.words) if (!this.doubtful.has(word)) this.acknowledged.add(word);
  }

  #send(frame: Uint8Array): void {
    if (this.link?.up) this.link.toServer.push(frame);
  }

  #rows(): Y.XmlElement[] {
    return this.doc
      .getXmlFragment('body')
      .toArray()
      .filter((row) => row instanceof Y.XmlElement);
  }

  #texts(): Y.XmlText[] {
    return this.#rows().flatMap((row) => row.toArray().filter((cell) => cell instanceof Y.XmlText));
  }

  #word(): string {
    const word = `<${this.id}:${this.typed.size}>`;
    this.typed.add(word);
    return word;
  }

  #addRow(): void {
    const body = this.doc.getXmlFragment('body');
    const row = new Y.XmlElement('row');
    row.insert(0, [new Y.XmlText(this.#word()), new Y.XmlText(this.#word())]);
    body.insert(this.#random.below(body.length + 1), [row]);
  }

  #deleteRow(): void {
    const body = this.doc.getXmlFragment('body');
    const index = this.#random.below(body.length);
    const row = body.get(index);
    for (const word of row.toString().match(/<\w+:\d+>/g) ?? []) this.deleted.add(word);
    body.delete(index, 1);
  }

  #type(): void {
    const text = this.#random.pick(this.#texts());
    if (!text) return;
    const ends = [...text.toString().matchAll(/>/g)].map(({ index }) => index + 1);
    text.insert(this.#random.pick([0, ...ends]) ?? 0, this.#word());
  }

  #deleteWord(): void {
    const text = this.#random.pick(this.#texts());
    const word = text && this.#random.pick([...text.toString().matchAll(/<\w+:\d+>/g)]);
    if (!word) return;
    this.deleted.add(word[0]);
    text.delete(word.index, word[0].length);
  }
}
