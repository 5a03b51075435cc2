/** CRC-32 with Castagnoli's polynomial, which zlib lacks, in the masked form in which LevelDB stores it. */
export function maskedCrc32c(bytes: Buffer, start: number, end: number): number {
  const crc = crc32c(bytes, start, end);
  return (((crc >>> 15) | (crc << 17)) + 0xa282ead8) >>> 0;
}

/** Four bytes a turn, each through a table of its own ("slicing by four"): about twice as fast as byte by byte. */
function crc32c(bytes: Buffer, start: number, end: number): number {
  let crc = 0xffffffff;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    // Not readInt32LE, whose checks halve the speed.
    crc ^= (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    crc =
      entry(768 + (crc & 255)) ^
      entry(512 + ((crc >>> 8) & 255)) ^
      entry(256 + ((crc >>> 16) & 255)) ^
      entry(crc >>> 24);
  }
  for (; at < end; at += 1) crc = (crc >>> 8) ^ entry((crc ^ bytes.readUInt8(at)) & 255);
  return (crc ^ 0xffffffff) >>> 0;
}

function entry(index: number): number {
  return TABLES[index] ?? 0;
}

/** Table n (256 entries from n * 256 on) is table 0 applied n times more. */
const TABLES = makeTables();

function makeTables(): Int32Array {
  const tables = new Int32Array(4 * 256);
  for (let index = 0; index < 256; index += 1) {
    let remainder = index;
    for (let bit = 0; bit < 8; bit += 1) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0x82f63b78 : 0);
    tables[index] = remainder;
  }
  for (let index = 256; index < tables.length; index += 1) {
    const before = tables[index - 256] ?? 0;
    tables[index] = (before >>> 8) ^ (tables[before & 255] ?? 0);
  }
  return tables;
}
