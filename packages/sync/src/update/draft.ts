import * as Y from 'yjs';
import { contradicts } from './contradiction.ts';
import { type ClockRange, type DecodedUpdate, references, type Struct, structsByClient } from './decode-update.ts';
import { nestsDeeper } from './value-depth.ts';

/** What an update would do to the document. */
export type Verdict =
  /** Nothing: all of it is there. */
  | { readonly kind: 'known' }
  /** It adds or deletes something, and Yjs will integrate all of it. */
  | { readonly kind: 'new' }
  /** It needs a struct that is not there yet. */
  | { readonly kind: 'waits'; readonly missing: StructId }
  /** It gives an id that is taken another content (G15). */
  | { readonly kind: 'contradicts'; readonly at: StructId }
  /** It nests types or values deeper than the limit. */
  | { readonly kind: 'too-deep' };

export interface StructId {
  readonly client: number;
  readonly clock: number;
}

/** Where a struct stands, once it is integrated. */
interface Place {
  /** How many types are around it. Zero: it is collected, or Yjs will do so at once, since its parent is gone. */
  readonly depth: number;
  /** The item of the type it stands in; null in a root type, and where nothing is left to stand in. */
  readonly around: StructId | null;
}

interface Placed extends Place {
  readonly struct: Y.Item | Y.GC;
}

/** Of a struct that is there, from a clock on. */
export interface Standing extends Place {
  /** Its last clock, plus one. */
  readonly end: number;
  /** In the committed document. */
  readonly deleted: boolean;
}

interface Block {
  readonly client: number;
  readonly structs: readonly Struct[];
  next: number;
  missing: StructId | null;
}

/**
 * The committed document plus the updates taken in this turn, judged without applying anything.
 *
 * Updates must be on the disk before they touch the document, and Yjs cannot undo one. So this class answers
 * beforehand what Yjs would do: it walks the structs in the order of their dependencies as `integrateStructs` does
 * (per client by clock; a struct needs its neighbours and its parent) and finds either that all of them integrate or
 * the first id that is missing. `taken` holds, per client, the structs of accepted updates behind the committed state.
 * The fuzz test in draft.test.ts holds this against Yjs itself.
 */
export class Draft {
  readonly #committed: { readonly doc: Y.Doc };
  readonly #nesting: number;
  readonly #taken = new Map<number, Placed[]>();

  /** @param committed asked for its document only when an update has something in it. */
  constructor(committed: { readonly doc: Y.Doc }, nesting: number) {
    this.#committed = committed;
    this.#nesting = nesting;
  }

  get #store(): Y.Doc['store'] {
    return this.#committed.doc.store;
  }

  /** Judges an update and, when it is new, counts it in. */
  take(update: DecodedUpdate): Verdict {
    return this.#judge(update, true);
  }

  /** Judges an update against the document and what was taken, and leaves both as they are. */
  look(update: DecodedUpdate): Verdict {
    return this.#judge(update, false);
  }

  /** The next clock of a client. */
  clock(client: number): number {
    const last = this.#taken.get(client)?.at(-1);
    return last ? last.struct.id.clock + last.struct.length : Y.getState(this.#store, client);
  }

  /** Where the struct stands that holds an id which was found to be there. */
  standing(client: number, clock: number): Standing {
    const { struct, depth, around } = this.#at(client, clock);
    return { depth, around, end: struct.id.clock + struct.length, deleted: struct.deleted };
  }

  #judge(update: DecodedUpdate, keep: boolean): Verdict {
    const blocks = blocksOf(update);
    const before = new Map([...blocks.keys()].map((client) => [client, this.#taken.get(client)?.length ?? 0]));
    const added = this.#placeAll(blocks);
    const verdict = added ?? this.#judgeDeletes(update, before);
    if (!keep || verdict.kind !== 'new') {
      for (const [client, length] of before) this.#taken.get(client)?.splice(length);
    }
    return verdict;
  }

  /** @returns null when everything found its place. */
  #placeAll(blocks: ReadonlyMap<number, Block>): Verdict | null {
    const ready = [...blocks.values()];
    const waiting = new Map<number, Block[]>();
    for (let block = ready.pop(); block; block = ready.pop()) {
      const refusal = this.#placeBlock(block);
      if (refusal) return refusal;
      if (block.missing) getOrMake(waiting, block.missing.client).push(block);
      const sleepers = waiting.get(block.client);
      if (!sleepers) continue;
      const clock = this.clock(block.client);
      waiting.delete(block.client);
      for (const sleeper of sleepers) {
        if (sleeper.missing && sleeper.missing.clock < clock) ready.push(sleeper);
        else getOrMake(waiting, block.client).push(sleeper);
      }
    }
    for (const sleepers of waiting.values()) {
      const missing = sleepers[0]?.missing;
      if (missing) return { kind: 'waits', missing };
    }
    return null;
  }

  /** Places structs of one client until its block ends or one is missing something. */
  #placeBlock(block: Block): Verdict | null {
    block.missing = null;
    for (; block.next < block.structs.length; block.next++) {
      const struct = block.structs[block.next];
      if (struct === undefined || struct instanceof Y.Skip) continue;
      block.missing = this.#missing(struct);
      if (block.missing) return null;
      const { client, clock } = struct.id;
      const state = this.clock(client);
      if (clock < state && this.#contradicted(struct, state)) return { kind: 'contradicts', at: { client, clock } };
      if (clock + struct.length <= state) continue;
      const { depth, around } = this.#placeOf(struct);
      if (depth > this.#nesting) return { kind: 'too-deep' };
      if (clock < state && depth > 0 && this.#at(client, state - 1).struct instanceof Y.GC) {
        // Its first part was collected with the element around it, yet it claims to stand in a living one: Yjs would
        // link it to the remains and throw halfway.
        return { kind: 'contradicts', at: { client, clock } };
      }
      if (struct instanceof Y.Item && nestsDeeper(struct.content, this.#nesting)) return { kind: 'too-deep' };
      getOrMake(this.#taken, client).push({ struct, depth, around });
    }
    return null;
  }

  #missing(struct: Y.Item | Y.GC): StructId | null {
    const { client, clock } = struct.id;
    if (clock > this.clock(client)) return { client, clock: clock - 1 };
    if (!(struct instanceof Y.Item)) return null;
    return references(struct).find((id) => id.client !== client && id.clock >= this.clock(id.client)) ?? null;
  }

  /** Compares what a struct repeats with what is there, from its first clock to `state`. */
  #contradicted(struct: Y.Item | Y.GC, state: number): boolean {
    const { client, clock } = struct.id;
    const end = Math.min(state, clock + struct.length);
    for (let at = clock; at < end; ) {
      const known = this.#at(client, at).struct;
      if (contradicts(struct, known)) return true;
      at = known.id.clock + known.length;
    }
    return false;
  }

  #placeOf(struct: Y.Item | Y.GC): Place {
    if (!(struct instanceof Y.Item)) return nowhere;
    const { origin, rightOrigin, parent } = struct;
    if (origin || rightOrigin) {
      const left = origin && this.#at(origin.client, origin.clock);
      const right = rightOrigin && this.#at(rightOrigin.client, rightOrigin.clock);
      return left?.depth === 0 || right?.depth === 0 ? nowhere : (left ?? right ?? nowhere);
    }
    if (!(parent instanceof Y.ID)) return { depth: 1, around: null };
    const { struct: type, depth } = this.#at(parent.client, parent.clock);
    const stands = type instanceof Y.Item && type.content instanceof Y.ContentType && depth > 0;
    return stands ? { depth: depth + 1, around: type.id } : nowhere;
  }

  /** The struct that holds an id which is known to be there. */
  #at(client: number, clock: number): Placed {
    if (clock < Y.getState(this.#store, client)) {
      const structs = this.#store.clients.get(client) ?? [];
      const struct = structs[Y.findIndexSS(structs, clock)];
      if (struct) return { struct, ...placeInDocument(struct) };
    }
    const taken = this.#taken.get(client) ?? [];
    let low = 0;
    let high = taken.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((taken[middle]?.struct.id.clock ?? 0) <= clock) low = middle;
      else high = middle - 1;
    }
    const placed = taken[low];
    if (!placed) throw new Error(`struct ${client}:${clock} is neither committed nor taken`);
    return placed;
  }

  #judgeDeletes(update: DecodedUpdate, before: ReadonlyMap<number, number>): Verdict {
    let fresh = [...before].some(([client, length]) => (this.#taken.get(client)?.length ?? 0) > length);
    for (const [client, ranges] of update.deletes) {
      const state = this.clock(client);
      for (const range of ranges) {
        const end = range.clock + range.len;
        if (end > state) return { kind: 'waits', missing: { client, clock: end - 1 } };
        fresh ||= this.#deletesSomething(client, range);
      }
    }
    return { kind: fresh ? 'new' : 'known' };
  }

  #deletesSomething(client: number, { clock, len }: ClockRange): boolean {
    const end = clock + len;
    if (end > Y.getState(this.#store, client)) return true;
    const structs = this.#store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i];
      if (!struct || struct.id.clock >= end) break;
      if (!struct.deleted) return true;
    }
    return false;
  }
}

function blocksOf(update: DecodedUpdate): Map<number, Block> {
  const blocks = new Map<number, Block>();
  for (const [client, structs] of structsByClient(update.structs)) {
    blocks.set(client, { client, structs, next: 0, missing: null });
  }
  return blocks;
}

const nowhere: Place = { depth: 0, around: null };

function placeInDocument(struct: Y.Item | Y.GC): Place {
  if (!(struct instanceof Y.Item)) return nowhere;
  let depth = 0;
  for (let type = struct.parent; type instanceof Y.AbstractType; type = type._item?.parent ?? null) depth++;
  return { depth, around: (struct.parent instanceof Y.AbstractType && struct.parent._item?.id) || null };
}

function getOrMake<T>(map: Map<number, T[]>, key: number): T[] {
  let list = map.get(key);
  if (!list) {
    list = [];
    map.set(key, list);
  }
  return list;
}
