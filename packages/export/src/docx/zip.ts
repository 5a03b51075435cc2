import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * ZIP archives as Word packages are: deflated files, no encryption, no archive beyond 4 GiB. Node's own compression does
 * it in a few milliseconds; one in JavaScript takes longer than everything else that makes a document.
 */
export type Files = ReadonlyMap<string, Uint8Array>;

const LOCAL = { signature: 0x04034b50, size: 30 };
const CENTRAL = { signature: 0x02014b50, size: 46 };
const END = { signature: 0x06054b50, size: 22 };
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1980-01-01, where the calendar of ZIP begins, whatever the clock says. */
const DAY = 0x21;

/** @throws Error for bytes that are no such archive. */
export function readZip(archive: Uint8Array): Files {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.length - END.size;
  if (end < 0 || bytes.readUInt32LE(end) !== END.signature)
    throw new Error('This is no ZIP archive without a comment.');
  const files = new Map<string, Uint8Array>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + LOCAL.size + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const stored = bytes.subarray(start, start + size);
    const path = bytes.toString('utf8', at + CENTRAL.size, at + CENTRAL.size + name);
    files.set(path, method === DEFLATED ? inflateRawSync(stored) : stored);
    at += CENTRAL.size + name + extra + comment;
  }
  return files;
}

/** The files in their order: equal files give equal bytes. */
export function writeZip(files: Files): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const deflated = deflateRawSync(content);
    const facts = factsOf(content, deflated.length, name.length);
    const local = Buffer.concat([uint32(LOCAL.signature), facts, name, deflated]);
    directory.push(uint32(CENTRAL.signature), uint16(VERSION), facts, Buffer.alloc(10), uint32(offset), name);
    bodies.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    uint32(END.signature),
    uint32(0),
    uint16(files.size),
    uint16(files.size),
    uint32(central.length),
    uint32(offset),
    uint16(0),
  ]);
  return new Uint8Array(Buffer.concat([...bodies, central, end]));
}

/** What the header before a file and its entry in the directory both say, in this order. */
function factsOf(content: Uint8Array, deflatedLength: number, nameLength: number): Buffer {
  return Buffer.concat([
    ...[VERSION, UTF8_NAMES, DEFLATED, 0, DAY].map(uint16),
    ...[crc32(content), deflatedLength, content.byteLength].map(uint32),
    ...[nameLength, 0].map(uint16),
  ]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
