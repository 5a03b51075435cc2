import { crc32 } from 'node:zlib';

const CHECKSUM_BYTES = 4;

/**
 * Every value on the disk ends in a CRC-32 over its key and its bytes. The key is part of it, so a value that
 * turns up under another document, number or name is as broken as one with a flipped bit.
 */
export function seal(key: string, size: number, fill: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.allocUnsafe(size + CHECKSUM_BYTES);
  const body = bytes.subarray(0, size);
  fill(body);
  bytes.writeUInt32BE(crc32(body, crc32(key)), size);
  return bytes;
}

/** The bytes without their checksum, or null when they are not what was sealed under this key. */
export function unseal(key: string, value: Uint8Array): Buffer | null {
  const size = value.byteLength - CHECKSUM_BYTES;
  if (size < 0) return null;
  const body = Buffer.from(value.buffer, value.byteOffset, size);
  const checksum = Buffer.from(value.buffer, value.byteOffset + size, CHECKSUM_BYTES).readUInt32BE();
  return crc32(body, crc32(key)) === checksum ? body : null;
}

/** The bytes from `start` on, in the same memory, as the plain Uint8Array that callers are promised. */
export function plain(bytes: Uint8Array, start = 0): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset + start, bytes.byteLength - start);
}
