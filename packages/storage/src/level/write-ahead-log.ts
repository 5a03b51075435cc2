import { link, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * LevelDB's own log, as far as we must understand it: when it meets a broken record at opening it drops the rest
 * of that 32 KiB block without a word, and deletes the file. The store notices what is gone (numbers and heads),
 * but the raw bytes would be lost. So the logs are checked before LevelDB sees them, and a broken one is kept.
 *
 *   blocks of 32 KiB; in each, records: u32 masked CRC-32C of type and data | u16 size | u8 type | data
 *
 * all little-endian; a record never crosses a block, and fewer than 7 bytes at a block's end are padding.
 */
const BLOCK_BYTES = 32 * 1024;
const HEADER_BYTES = 7;
const KEPT_FOLDER = 'damaged-logs';

/** Keeps every log that is broken before its end under another name. @returns the kept files. */
export async function keepDamagedLogs(tableFolder: string): Promise<readonly string[]> {
  const names = await readdir(tableFolder).catch(() => []);
  const kept: string[] = [];
  for (const name of names.filter((each) => each.endsWith('.log'))) {
    const log = join(tableFolder, name);
    if (!isBroken(await readFile(log))) continue;
    const folder = join(tableFolder, '..', KEPT_FOLDER);
    await mkdir(folder, { recursive: true });
    const copy = join(folder, name);
    // LevelDB never uses a number twice, so a name that is there is this file, kept by an opening that failed.
    await link(log, copy).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    kept.push(copy);
  }
  return kept;
}

/**
 * Whether a broken record is followed by a sound one. A broken end alone is what a crash leaves of a batch that
 * nobody was told about (and if somebody was, the heads file knows).
 */
export function isBroken(log: Buffer): boolean {
  let broken = false;
  for (let start = 0; start < log.length; start += BLOCK_BYTES) {
    const block = log.subarray(start, start + BLOCK_BYTES);
    for (let at = 0; at + HEADER_BYTES <= block.length; ) {
      const end = at + HEADER_BYTES + block.readUInt16LE(at + 4);
      if (end > block.length || !isSound(block, at, end)) {
        // Sizes cannot be trusted behind a broken record, so, like LevelDB, go on with the next block.
        broken = true;
        break;
      }
      if (broken) return true;
      at = end;
    }
  }
  return false;
}

function isSound(block: Buffer, at: number, end: number): boolean {
  const masked = (block.readUInt32LE(at) - 0xa282ead8) >>> 0;
  return crc32c(block, at + 6, end) === ((masked << 15) | (masked >>> 17)) >>> 0;
}

/** CRC-32 with Castagnoli's polynomial, which zlib does not have. */
function crc32c(bytes: Buffer, start: number, end: number): number {
  let crc = 0xffffffff;
  for (let at = start; at < end; at += 1) crc = (crc >>> 8) ^ (TABLE[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

const TABLE = new Uint32Array(256).map((_, index) => {
  let entry = index;
  for (let bit = 0; bit < 8; bit += 1) entry = entry & 1 ? (entry >>> 1) ^ 0x82f63b78 : entry >>> 1;
  return entry;
});
