import { crc32 } from 'node:zlib';

/**
 * The heads file: for every document the highest committed number, outside the table, so that a table that lost
 * its newest entries (which leaves no hole) or a whole document is noticed. Text, one line each, and the first
 * word of a line is the CRC-32 of the rest of it:
 *
 *   1f0c6c1e duet-heads 1
 *   8d0b2f5a epoch 7
 *   5bd1e995 head 4093 rT9kZ0qJ2mXw4vBn
 *
 * Later lines win, numbers only grow. The file is appended to once a commit, after the table has the batch and
 * before anybody is told: it may lag behind the table by the last commit, never run ahead of it.
 */
export interface Heads {
  readonly numbers: Map<string, number>;
  epoch: number;
}

export interface HeadsReading extends Heads {
  /** Bad lines with a good line after them. A bad end is not counted: that is an append cut short by a crash. */
  readonly badLines: number;
  /** Bytes up to and with the last good line; what is after them is the append that was cut short. */
  readonly soundBytes: number;
  /** The `duet-heads` number of the file, null when no such line is left. */
  readonly format: number | null;
}

export const HEADS_FORMAT = 1;

function line(text: string): string {
  return `${crc32(text).toString(16).padStart(8, '0')} ${text}\n`;
}

const epochLine = (epoch: number): string => line(`epoch ${epoch}`);

export const headLine = (document: string, seq: number): string => line(`head ${seq} ${document}`);

/** The whole file anew, one line a document. */
export function headsFile(heads: Heads): Uint8Array {
  const lines = [line(`duet-heads ${HEADS_FORMAT}`), epochLine(heads.epoch)];
  for (const [document, seq] of heads.numbers) lines.push(headLine(document, seq));
  return Buffer.from(lines.join(''));
}

export function readHeads(file: Uint8Array): HeadsReading {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const numbers = new Map<string, number>();
  let epoch = 0;
  let format: number | null = null;
  let badLines = 0;
  let badSinceSound = 0;
  let soundBytes = 0;
  for (let start = 0; start < bytes.length; ) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    const words = newline === -1 ? null : soundWords(bytes.toString('latin1', start, end));
    start = end + 1;
    if (words === null) {
      badSinceSound += 1;
      continue;
    }
    badLines += badSinceSound;
    badSinceSound = 0;
    soundBytes = start;
    const [what, number, document] = words;
    if (what === 'duet-heads') format = Number(number);
    else if (what === 'epoch') epoch = Math.max(epoch, Number(number));
    else if (document !== undefined) numbers.set(document, Math.max(numbers.get(document) ?? 0, Number(number)));
  }
  return { numbers, epoch, format, badLines, soundBytes };
}

/** The words after the checksum, or null when the line is not what was written. */
function soundWords(text: string): readonly string[] | null {
  const rest = text.slice(9);
  return text[8] === ' ' && crc32(rest) === Number.parseInt(text.slice(0, 8), 16) ? rest.split(' ') : null;
}
