import { plain, type RichText } from '@duet/domain';

/** Cells of a spreadsheet that hold tabs, line ends or quotes stand in quotes, with quotes inside doubled. */
const CELL = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/y;

/**
 * Cells as every spreadsheet puts them on the clipboard: tabs between them, a line for each row, all rows equally long.
 * Null for any other text.
 */
export function readTsv(text: string): readonly (readonly RichText[])[] | null {
  if (!text.includes('\t')) return null;
  const rows: RichText[][] = [[]];
  const source = text.replace(/\n+$/, '');
  for (CELL.lastIndex = 0; ; ) {
    const match = CELL.exec(source);
    if (match === null) return null;
    const [, quoted, bare = '', end] = match;
    rows.at(-1)?.push(plain((quoted?.replaceAll('""', '"') ?? bare).trim()));
    if (end === '') break;
    if (end === '\n') rows.push([]);
  }
  return rows.every((row) => row.length > 1 && row.length === rows[0]?.length) ? rows : null;
}
