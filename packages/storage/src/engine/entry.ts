import { plain, seal, unseal } from './seal.ts';

/**
 * One entry of a document's log. On the disk, big-endian, sealed under its key (which holds document and seq):
 *
 *   u8 format = 1 | u8 kind | u32 epoch | u48 at | u8 n | n bytes actor | payload
 *
 * kind 1 is an update, the payload its bytes. Kind 2 says that a record got a new value, kind 3 that it was
 * removed; the payload is the record's name. The value itself is kept once, under the record's own key: it may be
 * megabytes, and the log needs only to know which number it must carry.
 */
export interface Entry {
  readonly kind: 'update' | 'set' | 'remove';
  /** The opening of the store that wrote it. Never falls along the log. */
  readonly epoch: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: string;
  /** The update, or the record's name in UTF-8. */
  readonly payload: Uint8Array;
}

const FORMAT = 1;
const KINDS = ['update', 'set', 'remove'] as const;
const HEADER_BYTES = 13;
export const MAX_ACTOR_BYTES = 64;

export function encodeEntry(key: string, entry: Entry): Buffer {
  const actorBytes = Buffer.byteLength(entry.actor);
  if (actorBytes > MAX_ACTOR_BYTES) throw new RangeError(`An actor has at most ${MAX_ACTOR_BYTES} bytes`);
  return seal(key, HEADER_BYTES + actorBytes + entry.payload.byteLength, (bytes) => {
    bytes[0] = FORMAT;
    bytes[1] = KINDS.indexOf(entry.kind) + 1;
    bytes.writeUInt32BE(entry.epoch, 2);
    bytes.writeUIntBE(entry.at, 6, 6);
    bytes[12] = actorBytes;
    bytes.write(entry.actor, HEADER_BYTES);
    bytes.set(entry.payload, HEADER_BYTES + actorBytes);
  });
}

/** Null when the bytes are not an entry of this key. */
export function decodeEntry(key: string, value: Uint8Array): Entry | null {
  const bytes = unseal(key, value);
  if (bytes === null || bytes.byteLength < HEADER_BYTES || bytes[0] !== FORMAT) return null;
  const kind = KINDS[(bytes[1] ?? 0) - 1];
  const payloadStart = HEADER_BYTES + (bytes[12] ?? 0);
  if (kind === undefined || payloadStart > bytes.byteLength) return null;
  return {
    kind,
    epoch: bytes.readUInt32BE(2),
    at: bytes.readUIntBE(6, 6),
    actor: bytes.toString('utf8', HEADER_BYTES, payloadStart),
    payload: plain(bytes, payloadStart),
  };
}
