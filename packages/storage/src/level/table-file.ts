import { maskedCrc32c } from './crc32c.ts';

/**
 * LevelDB's table files (.ldb), as far as we must understand them:
 *
 *   blocks, each: contents | u8 packing | u32 masked CRC-32C of both
 *   footer, 48 bytes: place of the list of filters, place of the index, padding, magic number
 *
 * A place is two varints, offset and size of a block's contents. The index and the list of filters are blocks of
 * pairs whose values are places. Contents of a block of pairs: pairs (varints: bytes shared with the last key,
 * bytes of its own, bytes of the value; then both), u32 restarts…, u32 number of restarts.
 *
 * LevelDB as we have it reads tables without looking at these checksums, and it *aborts the process* on some broken
 * blocks, again after every restart, whichever document is asked for. So tables are checked before it sees them,
 * and a broken block is made an empty one in its place: a block whose last four bytes say "no restarts" holds
 * nothing. What it held is then missing, which the numbers of the entries and the heads file tell for each document.
 */
export interface Patch {
  readonly at: number;
  readonly bytes: Buffer;
}

interface Place {
  readonly offset: number;
  readonly size: number;
}

const FOOTER_BYTES = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
const TRAILER_BYTES = 5;
const EMPTY_BLOCK_BYTES = 4;

/** What has to be written over a table so that LevelDB can open it safely; nothing for a sound table. */
export function patchesFor(table: Buffer): readonly Patch[] {
  try {
    const footer = table.subarray(Math.max(0, table.length - FOOTER_BYTES));
    if (!footer.subarray(FOOTER_BYTES - MAGIC.length).equals(MAGIC)) return emptyTable(table);
    const [filters, afterFilters] = readPlace(footer, 0);
    const [index] = readPlace(footer, afterFilters);
    if (!isSound(table, index)) return emptyTable(table);
    const blocks = placesIn(table, index).filter((place) => !isSound(table, place));
    const filtersSound = isSound(table, filters) && placesIn(table, filters).every((place) => isSound(table, place));
    return (filtersSound ? blocks : [...blocks, filters]).map((place) => emptyBlock(table, place));
  } catch (error) {
    // A place that lies outside of the file.
    if (error instanceof RangeError) return emptyTable(table);
    throw error;
  }
}

function isSound(table: Buffer, { offset, size }: Place): boolean {
  return maskedCrc32c(table, offset, offset + size + 1) === table.readUInt32LE(offset + size + 1);
}

/** The same block, holding nothing. */
function emptyBlock(table: Buffer, { offset, size }: Place): Patch {
  if (size < EMPTY_BLOCK_BYTES || offset + size + TRAILER_BYTES > table.length) throw new RangeError('No block');
  const bytes = Buffer.from(table.subarray(offset, offset + size + TRAILER_BYTES));
  bytes.fill(0, size - EMPTY_BLOCK_BYTES, size + 1);
  bytes.writeUInt32LE(maskedCrc32c(bytes, 0, size + 1), size + 1);
  return { at: offset, bytes };
}

/** The same file, holding nothing: one empty block, and a footer that names it as index and as list of filters. */
function emptyTable(table: Buffer): readonly Patch[] {
  const start = emptyBlock(Buffer.alloc(EMPTY_BLOCK_BYTES + TRAILER_BYTES), { offset: 0, size: EMPTY_BLOCK_BYTES });
  const footer = Buffer.alloc(FOOTER_BYTES);
  footer.set([0, EMPTY_BLOCK_BYTES, 0, EMPTY_BLOCK_BYTES]);
  footer.set(MAGIC, FOOTER_BYTES - MAGIC.length);
  return [start, { at: Math.max(start.bytes.length, table.length - FOOTER_BYTES), bytes: footer }];
}

/** The places that a block of pairs has as values. */
function placesIn(table: Buffer, { offset, size }: Place): readonly Place[] {
  const block = table.subarray(offset, offset + size);
  const pairsEnd = size - 4 * (1 + block.readUInt32LE(size - 4));
  const places: Place[] = [];
  for (let at = 0; at < pairsEnd; ) {
    const [, afterShared] = readVarint(block, at);
    const [keyBytes, afterKeyBytes] = readVarint(block, afterShared);
    const [valueBytes, afterValueBytes] = readVarint(block, afterKeyBytes);
    const value = afterValueBytes + keyBytes;
    places.push(readPlace(block, value)[0]);
    at = value + valueBytes;
  }
  return places;
}

function readPlace(bytes: Buffer, at: number): readonly [place: Place, next: number] {
  const [offset, afterOffset] = readVarint(bytes, at);
  const [size, next] = readVarint(bytes, afterOffset);
  return [{ offset, size }, next];
}

function readVarint(bytes: Buffer, start: number): readonly [value: number, next: number] {
  let value = 0;
  for (let at = start, factor = 1; ; at += 1, factor *= 128) {
    const byte = bytes.readUInt8(at);
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
  }
}
