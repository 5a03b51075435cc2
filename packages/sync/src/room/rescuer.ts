import * as Y from 'yjs';
import type { RescuedText } from '../sync-server.ts';
import { ClockSet } from '../update/clock-set.ts';
import type { DecodedUpdate } from '../update/decode-update.ts';
import { type TextRun, textRuns } from '../update/text-runs.ts';
import type { Step } from './committed-document.ts';
import { beginningOf, describePlace, pathOf, textAround } from './place.ts';
import { deletesOnlyPlain } from './plain-deletes.ts';
import { RescueContext } from './rescue-context.ts';

/** An update about to be applied, and who wrote it. */
export interface Authored {
  readonly update: Uint8Array;
  readonly decoded: DecodedUpdate;
  readonly actor: string;
}

interface Piece {
  readonly client: number;
  readonly clock: number;
  /** Its last clock, plus one. */
  end: number;
  /** The clock of the character of this client that it was typed behind, if it was. */
  readonly behind: number | null;
  text: string;
  readonly path: string;
  readonly place: string;
}

const GONE = 'in a part that was deleted';

/**
 * Finds text that a merge removes though nobody deleted it (G12).
 *
 * Whoever deletes an element deletes, by name, every piece of it that they saw: all of it is in the delete set of
 * their update. So a piece of text is lost by accident exactly when it is gone after a step and in no delete set of
 * that step. There are two ways to get there:
 * - the text was in the document (or arrived in this turn) and the element around it was deleted by someone who had
 *   not seen it: it is in `transaction.deleteSet` and its content is still there, for Yjs collects it afterwards;
 * - the text arrived for an element that was collected long ago: Yjs makes a GC struct of it at once, so only the
 *   bytes of the update hold the text.
 */
export class Rescuer {
  readonly #document: string;
  readonly #deliver: (rescued: RescuedText) => Promise<boolean>;
  readonly #context = new RescueContext();
  /** Who wrote under a client id. One page load is one id. */
  readonly #authors: Map<number, string>;
  #found: RescuedText[] = [];
  #delivering = false;

  /** @param authors what is known from before the log begins. */
  constructor(
    document: string,
    authors: ReadonlyMap<number, string>,
    deliver: (rescued: RescuedText) => Promise<boolean>,
  ) {
    this.#document = document;
    this.#authors = new Map(authors);
    this.#deliver = deliver;
  }

  /** Something that was found is not durable yet. */
  get pending(): boolean {
    return this.#delivering || this.#found.length > 0;
  }

  /** Remembers who wrote what, without looking for losses. */
  learn(updates: readonly Authored[]): void {
    for (const { decoded, actor } of updates) {
      for (const { id } of decoded.structs) if (!this.#authors.has(id.client)) this.#authors.set(id.client, actor);
    }
  }

  /**
   * Cuts updates that will be applied to `doc` one after another into steps of one transaction each. What may bury
   * more than it names comes alone: after an element is gone, later delete sets name what died in it, though nobody
   * meant that text (a client that merged the deletion reports all of it as deleted). The first deletion decides, so
   * it must be seen by itself.
   */
  steps(updates: readonly Authored[], doc: Y.Doc): Step[] {
    this.learn(updates);
    const groups: Authored[][] = [];
    let open: Authored[] | null = null;
    for (const update of updates) {
      const plain = deletesOnlyPlain(doc, update.decoded);
      if (open && plain) {
        open.push(update);
      } else {
        groups.push([update]);
        open = plain ? (groups.at(-1) ?? null) : null;
      }
    }
    return groups.map((group) => ({
      updates: group.map(({ update }) => update),
      inspect: (transaction: Y.Transaction) => this.#inspect(transaction, group),
    }));
  }

  #inspect(transaction: Y.Transaction, incoming: readonly Authored[]): void {
    if (transaction.deleteSet.clients.size === 0 && !incoming.some(({ decoded }) => hasText(decoded))) return;
    const deleted = new ClockSet(incoming.map(({ decoded }) => decoded.deletes));
    const pieces = [...this.#removedPieces(transaction, deleted), ...this.#strayPieces(transaction, incoming, deleted)];
    for (const { client, clock, text, place } of joined(pieces)) {
      const author = this.#authors.get(client) ?? '';
      this.#found.push({ document: this.#document, author, text, place, key: `${client}:${clock}:${text.length}` });
    }
  }

  /** Hands over what was found. Durable when it resolves, except for what was not taken: that stays pending. */
  async deliver(): Promise<void> {
    const found = this.#found;
    this.#found = [];
    this.#delivering = true;
    try {
      for (const rescued of found) if (!(await this.#deliver(rescued))) this.#found.push(rescued);
    } finally {
      this.#delivering = false;
    }
  }

  /** The authors of the text that is still in `doc`. */
  authorsOf(doc: Y.Doc): Map<number, string> {
    const authors = new Map<number, string>();
    for (const [client, structs] of doc.store.clients) {
      const author = this.#authors.get(client);
      if (author !== undefined && structs.some(isLiveText)) authors.set(client, author);
    }
    return authors;
  }

  /** Text that was there and is now deleted by nobody's name. Remembers where everything deleted stood. */
  *#removedPieces(transaction: Y.Transaction, deleted: ClockSet): Generator<Piece> {
    const places = new Map<unknown, { path: string; place: string }>();
    for (const { item, from, to } of itemsIn(transaction)) {
      const { client } = item.id;
      const type = item.parent;
      if (!(type instanceof Y.AbstractType)) continue;
      if (item.content instanceof Y.ContentType) {
        this.#context.add(client, from, to - from, getPlace(places, item.content.type).place);
      } else if (item.content instanceof Y.ContentString) {
        // In a living element a deleted character stays a place to type at; only what is gone needs remembering.
        if (type._item?.deleted) this.#context.add(client, from, to - from, getPlace(places, type).place);
        for (const { clock, len } of deleted.missing(client, from, to - from)) {
          const start = clock - item.id.clock;
          const text = item.content.str.slice(start, start + len);
          const { path } = getPlace(places, type);
          const place = describePlace(path, textAround(item, clock, clock + len));
          yield { client, clock, end: clock + len, behind: behindOf(item, clock), text, path, place };
        }
      }
    }
  }

  /** Text that came for something collected long ago. */
  *#strayPieces(transaction: Y.Transaction, incoming: readonly Authored[], deleted: ClockSet): Generator<Piece> {
    const before = (client: number) => transaction.beforeState.get(client) ?? 0;
    for (const { decoded } of incoming) {
      for (const run of textRuns(decoded, before, deleted)) {
        for (const { from, to } of collectedParts(transaction, run)) {
          const text = run.text.slice(from - run.clock, to - run.clock);
          const place = this.#placeOf(run.item);
          // What is typed on behind it stands in the same place.
          this.#context.add(run.client, from, to - from, place);
          const behind = behindOf(run.item, from);
          yield { client: run.client, clock: from, end: to, behind, text, path: place, place };
        }
      }
    }
  }

  #placeOf({ origin, rightOrigin, parent }: Y.Item): string {
    for (const id of [origin, rightOrigin, parent]) {
      const place = id instanceof Y.ID ? this.#context.placeOf(id) : null;
      if (place !== null) return place;
    }
    return GONE;
  }
}

function hasText(update: DecodedUpdate): boolean {
  return update.structs.some((struct) => struct instanceof Y.Item && struct.content instanceof Y.ContentString);
}

function isLiveText(struct: Y.Item | Y.GC): boolean {
  return !struct.deleted && struct instanceof Y.Item && struct.content instanceof Y.ContentString;
}

/** What a transaction deleted, item by item; `from` and `to` are clocks. */
function* itemsIn({ deleteSet, doc }: Y.Transaction): Generator<{ item: Y.Item; from: number; to: number }> {
  for (const [client, ranges] of deleteSet.clients) {
    const structs = doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const item = structs[i];
        if (!item || item.id.clock >= clock + len) break;
        const from = Math.max(clock, item.id.clock);
        const to = Math.min(clock + len, item.id.clock + item.length);
        if (item instanceof Y.Item) yield { item, from, to };
      }
    }
  }
}

function* collectedParts({ doc }: Y.Transaction, run: TextRun): Generator<{ from: number; to: number }> {
  const structs = doc.store.clients.get(run.client) ?? [];
  const end = run.clock + run.text.length;
  for (let i = Y.findIndexSS(structs, run.clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) break;
    if (!(struct instanceof Y.GC)) continue;
    yield { from: Math.max(run.clock, struct.id.clock), to: Math.min(end, struct.id.clock + struct.length) };
  }
}

function getPlace(cache: Map<unknown, { path: string; place: string }>, type: Y.AbstractType<unknown>) {
  let place = cache.get(type);
  if (!place) {
    const path = pathOf(type);
    place = { path, place: describePlace(path, beginningOf(type)) };
    cache.set(type, place);
  }
  return place;
}

function behindOf({ id, origin }: Y.Item, clock: number): number | null {
  if (clock > id.clock) return clock - 1;
  return origin?.client === id.client ? origin.clock : null;
}

/**
 * Puts together what one client typed on end in one place. Its clocks may have a gap there: what else its page wrote
 * between two letters, such as a count in a map.
 */
function joined(pieces: Piece[]): Piece[] {
  pieces.sort((a, b) => a.client - b.client || a.clock - b.clock);
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    const goesOn = last?.client === piece.client && (last.end === piece.clock || last.end - 1 === piece.behind);
    if (last && goesOn && last.path === piece.path) {
      last.text += piece.text;
      last.end = piece.end;
    } else result.push({ ...piece });
  }
  return result;
}
