import { maskedCrc32c } from './crc32c.ts';

/**
 * LevelDB's write-ahead log, as far as we must understand it:
 *
 *   blocks of 32 KiB; in each, fragments: u32 masked CRC-32C of type and data | u16 size | u8 type | data
 *
 * all little-endian; a fragment never crosses a block, and fewer than 7 bytes at a block's end are padding. A record is
 * one whole fragment, or a first, any number of middle ones, and a last.
 */
const BLOCK_BYTES = 32 * 1024;
const HEADER_BYTES = 7;
const WHOLE = 1;
const LAST = 4;

/**
 * Whether a broken fragment is followed by a sound one. A broken end alone is what a crash leaves of a batch that
 * nobody was told about (and if somebody was, the heads file knows).
 */
export function isLogDamaged(log: Buffer): boolean {
  let broken = false;
  for (let start = 0; start < log.length; start += BLOCK_BYTES) {
    const block = log.subarray(start, start + BLOCK_BYTES);
    for (let at = 0; at + HEADER_BYTES <= block.length; ) {
      const end = at + HEADER_BYTES + block.readUInt16LE(at + 4);
      if (end > block.length || maskedCrc32c(block, at + 6, end) !== block.readUInt32LE(at)) {
        // Sizes cannot be trusted behind a broken fragment, so, like LevelDB, go on with the next block.
        broken = true;
        break;
      }
      if (broken) return true;
      at = end;
    }
  }
  return false;
}

/** The records of a log, up to the first that is cut off. @throws RangeError at a broken one. */
export function* recordsOf(log: Buffer): Generator<Buffer> {
  let fragments: Buffer[] = [];
  for (let start = 0; start < log.length; start += BLOCK_BYTES) {
    const block = log.subarray(start, start + BLOCK_BYTES);
    for (let at = 0; at + HEADER_BYTES <= block.length; ) {
      const from = at + HEADER_BYTES;
      const end = from + block.readUInt16LE(at + 4);
      if (end > block.length) return;
      if (maskedCrc32c(block, at + 6, end) !== block.readUInt32LE(at)) throw new RangeError('A fragment is broken');
      at = end;
      fragments.push(block.subarray(from, end));
      const type = block.readUInt8(from - 1);
      if (type !== WHOLE && type !== LAST) continue;
      yield Buffer.concat(fragments);
      fragments = [];
    }
  }
}
