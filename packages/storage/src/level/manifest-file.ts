import { recordsOf } from './log-file.ts';

/**
 * LevelDB's list of its tables (MANIFEST-…), as far as we must understand it: a log file whose records are edits of
 * the list, each a sequence of varint tag and fields:
 *
 *   1 comparator: text | 2, 3, 4, 9 numbers of files and of the newest write: varint
 *   5 where a level was compacted to: varint level, text key | 6 table that went: varint level, varint number
 *   7 table that came: varint level, varint number, varint size in bytes, text first key, text last key
 *
 * A text is a varint length and that many bytes.
 * @returns the size of each table that is in use, by its number.
 * @throws RangeError when it cannot be read; LevelDB then refuses the store by itself.
 */
export function tablesIn(manifest: Buffer): ReadonlyMap<number, number> {
  const tables = new Map<number, number>();
  for (const record of recordsOf(manifest)) applyEdit(record, tables);
  return tables;
}

function applyEdit(edit: Buffer, tables: Map<number, number>): void {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = edit.readUInt8(at++);
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const skipText = (): void => {
    const bytes = number();
    at += bytes;
  };
  while (at < edit.length) {
    const tag = number();
    switch (tag) {
      case 1:
        skipText();
        break;
      case 2:
      case 3:
      case 4:
      case 9:
        number();
        break;
      case 5:
        number();
        skipText();
        break;
      case 6:
        number();
        tables.delete(number());
        break;
      case 7: {
        number();
        const table = number();
        tables.set(table, number());
        skipText();
        skipText();
        break;
      }
      default:
        throw new RangeError(`An edit of the list of tables has the unknown tag ${tag}`);
    }
  }
}
