import type * as decoding from 'lib0/decoding';
import * as Y from 'yjs';

/** A run of clocks of one client. */
export interface ClockRange {
  readonly clock: number;
  readonly len: number;
}

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface DecodedUpdate {
  /** Grouped by client, clocks ascending and gapless within one (`Skip` stands for a gap). Not integrated. */
  readonly structs: readonly Struct[];
  readonly deletes: ReadonlyMap<number, readonly ClockRange[]>;
}

/** Bytes that are not an update, or one that Yjs could not apply without harm. */
export class MalformedUpdate extends Error {
  override readonly name = 'MalformedUpdate';
}

/**
 * Decodes an update (version 1) without applying it, stricter than Yjs: what passes cannot throw, loop or lose
 * structs when it is applied. Beyond the lengths that the decoder checks itself:
 * - a client has one block (Yjs keeps only the last of two and drops the other without a word);
 * - no struct is empty and every clock is a safe integer (an empty struct breaks the binary search over clocks);
 * - a struct refers to its own client only backwards (Yjs assumes it and throws halfway through a transaction);
 * - nothing follows the delete set.
 * @throws MalformedUpdate
 */
export function decodeUpdate(bytes: Uint8Array): DecodedUpdate {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    StrictDecoder.latest = null;
    decoded = Y.decodeUpdateV2(bytes, StrictDecoder);
  } catch (error) {
    throw new MalformedUpdate('the update cannot be decoded', { cause: error });
  }
  if (StrictDecoder.takeLatest()?.exhausted !== true) throw new MalformedUpdate('bytes follow the update');
  for (const struct of decoded.structs) checkStruct(struct);
  for (const [client, ranges] of decoded.ds.clients) checkRanges(client, ranges);
  return { structs: decoded.structs, deletes: decoded.ds.clients };
}

/** `decodeUpdateV2` makes its decoder itself, synchronously: the latest one made is its. */
class StrictDecoder extends Y.UpdateDecoderV1 {
  static latest: StrictDecoder | null = null;
  readonly #clients = new Set<number>();

  constructor(decoder: decoding.Decoder) {
    super(decoder);
    StrictDecoder.latest = this;
  }

  static takeLatest(): StrictDecoder | null {
    const { latest } = StrictDecoder;
    StrictDecoder.latest = null;
    return latest;
  }

  get exhausted(): boolean {
    return this.restDecoder.pos === this.restDecoder.arr.byteLength;
  }

  override readClient(): number {
    const client = super.readClient();
    if (this.#clients.has(client)) throw new MalformedUpdate(`client ${client} has two blocks`);
    this.#clients.add(client);
    return client;
  }
}

function checkStruct(struct: Y.Item | Y.GC | Y.Skip): void {
  const { client, clock } = struct.id;
  if (!isCount(client) || !isCount(clock) || !isCount(clock + struct.length)) {
    throw new MalformedUpdate('a struct has an id out of range');
  }
  if (struct.length < 1) throw new MalformedUpdate('a struct is empty');
  if (!(struct instanceof Y.Item)) return;
  for (const id of references(struct)) {
    if (!isCount(id.client) || !isCount(id.clock)) throw new MalformedUpdate('a reference is out of range');
    if (id.client === client && id.clock >= clock) throw new MalformedUpdate('a struct refers to its own future');
  }
}

function checkRanges(client: number, ranges: readonly ClockRange[]): void {
  for (const { clock, len } of ranges) {
    if (!isCount(client) || !isCount(clock) || len < 1 || !isCount(clock + len)) {
      throw new MalformedUpdate('a deleted range is out of range');
    }
  }
}

/** What an item of a decoded update needs to be there: its neighbours when it was written, or its parent. */
export function references(item: Y.Item): Y.ID[] {
  const ids: Y.ID[] = [];
  if (item.origin) ids.push(item.origin);
  if (item.rightOrigin) ids.push(item.rightOrigin);
  if (item.parent instanceof Y.ID) ids.push(item.parent);
  return ids;
}

export function structsByClient(structs: readonly Struct[]): Map<number, Struct[]> {
  const blocks = new Map<number, Struct[]>();
  for (const struct of structs) {
    const block = blocks.get(struct.id.client);
    if (block) block.push(struct);
    else blocks.set(struct.id.client, [struct]);
  }
  return blocks;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
