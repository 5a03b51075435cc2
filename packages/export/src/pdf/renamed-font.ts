/** Family and typographic family, of the names that a font has (OpenType, `name` table). */
const FAMILY_NAMES = [1, 16];
const MACINTOSH = 1;
/** Sizes in the file, in bytes. */
const DIRECTORY = { start: 12, entry: 16 };
const NAMES = { start: 6, record: 12 };

/**
 * The same TrueType font under another family name, which must not be longer than its own. A family that is cut
 * into subsets is many fonts of one name, of which the compiler would take one and overlook the rest. The name is
 * written over the old one in place, so that nothing else in the file moves.
 */
export function renamedFont(font: Buffer, family: string): Buffer {
  const renamed = Buffer.from(font);
  const names = tableAt(renamed, 'name');
  const strings = names + renamed.readUInt16BE(names + 4);
  for (let index = 0; index < renamed.readUInt16BE(names + 2); index++) {
    const record = names + NAMES.start + index * NAMES.record;
    if (!FAMILY_NAMES.includes(renamed.readUInt16BE(record + 6))) continue;
    const bytes = encoded(family, renamed.readUInt16BE(record));
    bytes.copy(renamed, strings + renamed.readUInt16BE(record + 10));
    renamed.writeUInt16BE(bytes.length, record + 8);
  }
  return renamed;
}

function tableAt(font: Buffer, tag: string): number {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = DIRECTORY.start + index * DIRECTORY.entry;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new Error(`The font has no ${tag} table.`);
}

function encoded(text: string, platform: number): Buffer {
  return platform === MACINTOSH ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le').swap16();
}
