import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { seal, unseal } from './seal.ts';

/**
 * A value that may be large: a snapshot's state, or the value of a record. Sealed under its key:
 *
 *   u8 format = 1 | u8 packing (0 as it is, 1 deflated) | u48 seq | bytes
 *
 * Deflated when that makes it smaller: document states and JSON shrink to about half, and LevelDB's own
 * compression is off (see level-disk.ts). The work runs on libuv's threads.
 */
export interface Blob {
  /** The number of the log entry that it belongs to. */
  readonly seq: number;
  readonly bytes: Uint8Array;
}

const FORMAT = 1;
const HEADER_BYTES = 8;
/** Below this, deflating does not pay for the trip to another thread. */
const WORTH_PACKING_BYTES = 512;

const deflate = promisify<Uint8Array, { level: number }, Buffer>(deflateRaw);
const inflate = promisify<Uint8Array, Buffer>(inflateRaw);

/** The bytes as they will lie on the disk: prepared ahead, since the seq is known only when the commit begins. */
export interface Packed {
  readonly deflated: boolean;
  readonly bytes: Uint8Array;
}

/** Packs at once when there is nothing to gain from deflating, so small records do not wait. */
export function pack(bytes: Uint8Array): Packed | Promise<Packed> {
  return bytes.byteLength < WORTH_PACKING_BYTES ? { deflated: false, bytes } : packLarge(bytes);
}

async function packLarge(bytes: Uint8Array): Promise<Packed> {
  const deflated = await deflate(bytes, { level: 3 });
  return deflated.byteLength < bytes.byteLength ? { deflated: true, bytes: deflated } : { deflated: false, bytes };
}

export function encodeBlob(key: string, seq: number, packed: Packed): Buffer {
  return seal(key, HEADER_BYTES + packed.bytes.byteLength, (bytes) => {
    bytes[0] = FORMAT;
    bytes[1] = packed.deflated ? 1 : 0;
    bytes.writeUIntBE(seq, 2, 6);
    bytes.set(packed.bytes, HEADER_BYTES);
  });
}

/** Null when the bytes are not a blob of this key. */
export async function decodeBlob(key: string, value: Uint8Array): Promise<Blob | null> {
  const bytes = unseal(key, value);
  if (bytes === null || bytes.byteLength < HEADER_BYTES || bytes[0] !== FORMAT) return null;
  const rest = bytes.subarray(HEADER_BYTES);
  return { seq: bytes.readUIntBE(2, 6), bytes: bytes[1] === 1 ? await inflate(rest) : rest };
}
