import { createHash } from 'node:crypto';
import type { View } from './disk.ts';
import { type Heads, headsFile } from './heads.ts';
import { rangeOf } from './keys.ts';
import { readablePairs } from './salvage.ts';

/**
 * A backup is the table and the heads file as they were in one moment:
 *
 *   "duet-backup 1\n", then frames: u8 type | u32 key bytes | u32 value bytes | key | value
 *
 * Type 1 is a pair of the table, as it lies there, sealed. Type 2 is the heads file; type 3 ends the backup, its
 * value the SHA-256 of every byte before the frame. A damaged document is carried along as far as the disk gives
 * it out; since its head is carried too, it is as damaged after a restore, never shorter without a word.
 */
export const BACKUP_MAGIC = 'duet-backup 1\n';
export const FRAME_HEADER_BYTES = 9;
export const PAIR_FRAME = 1;
export const HEADS_FRAME = 2;
export const END_FRAME = 3;

const CHUNK_BYTES = 64 * 1024;

export async function* writeBackup(view: View, heads: Heads): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let parts: Uint8Array[] = [Buffer.from(BACKUP_MAGIC)];
  let size = 0;
  const flush = (): Uint8Array => {
    const chunk = Buffer.concat(parts);
    hash.update(chunk);
    parts = [];
    size = 0;
    return chunk;
  };
  for (const document of heads.numbers.keys()) {
    for (const space of ['e', 'n', 'r', 's'] as const) {
      for await (const [key, value] of readablePairs(view, ...rangeOf(space, document))) {
        parts.push(frameHeader(PAIR_FRAME, key, value), value);
        size += value.byteLength;
        if (size >= CHUNK_BYTES) yield flush();
      }
    }
  }
  const file = headsFile(heads);
  parts.push(frameHeader(HEADS_FRAME, '', file), file);
  yield flush();
  const digest = hash.digest();
  yield Buffer.concat([frameHeader(END_FRAME, '', digest), digest]);
}

function frameHeader(type: number, key: string, value: Uint8Array): Buffer {
  const keyBytes = Buffer.byteLength(key);
  const header = Buffer.allocUnsafe(FRAME_HEADER_BYTES + keyBytes);
  header[0] = type;
  header.writeUInt32BE(keyBytes, 1);
  header.writeUInt32BE(value.byteLength, 5);
  header.write(key, FRAME_HEADER_BYTES);
  return header;
}
