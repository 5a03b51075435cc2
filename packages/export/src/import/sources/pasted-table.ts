import { plain, type RichText } from '@duet/domain';
import { IMPORT_LIMITS } from '../limits.ts';
import { isColumnName, matchShape, splitGluedHeader, TABLE_SHAPES } from '../reading/table-shapes.ts';
import { gluedRowReader } from './glued-row.ts';

export interface PastedTable {
  readonly rows: readonly (readonly RichText[])[];
  /** Lines taken. */
  readonly used: number;
}

/** Longer lines hold no header. */
const LONGEST_HEADER = 300;

/**
 * A table in plain text, beginning at a line: tabs or bars between the cells, columns aligned by spaces, a line
 * for each cell, or nothing at all between them. All but tabs need a header that is known.
 */
export function readPastedTable(lines: readonly string[], at: number): PastedTable | null {
  const head = lines[at] ?? '';
  if (head.trim() === '' || head.length > LONGEST_HEADER) return null;
  return (
    tabbed(lines, at) ?? parted(lines, at, '|') ?? parted(lines, at, /\s{2,}/) ?? glued(lines, at) ?? stacked(lines, at)
  );
}

function tableOf(rows: readonly (readonly string[])[], used: number): PastedTable {
  return { rows: rows.map((row) => row.map((cell) => plain(cell.trim()))), used };
}

function tabbed(lines: readonly string[], at: number): PastedTable | null {
  const rows: (readonly string[])[] = [];
  // Rows beyond the limit are refused when they are counted.
  for (
    let line = lines[at];
    line?.trimStart().includes('\t') && rows.length <= IMPORT_LIMITS.blocks;
    line = lines[at + rows.length]
  )
    rows.push(line.split('\t'));
  return rows.length > 0 ? tableOf(rows, rows.length) : null;
}

function parted(lines: readonly string[], at: number, separator: string | RegExp): PastedTable | null {
  const cells = (line: string): readonly string[] => line.trim().replace(/^\|/, '').replace(/\|$/, '').split(separator);
  const head = cells(lines[at] ?? '');
  if (head.length < 3 || matchShape(head) === null) return null;
  const rows = [head];
  let used = 1;
  for (; at + used < lines.length; used++) {
    const line = lines[at + used] ?? '';
    if (/^[\s|:+-]+$/.test(line) && line.trim() !== '') continue;
    const row = cells(line);
    if (row.length < 2) break;
    rows.push(row);
  }
  return tableOf(rows, used);
}

function glued(lines: readonly string[], at: number): PastedTable | null {
  const head = splitGluedHeader(lines[at] ?? '');
  const shape = head && matchShape(head);
  if (!head || !shape) return null;
  const forms = shape.fields.map((field) => (field && TABLE_SHAPES[shape.kind].columns[field]?.form) || 'text');
  const read = gluedRowReader(forms);
  const rows = [head];
  for (let line = lines[at + 1]; read && line !== undefined; line = lines[at + rows.length]) {
    const row = line.trim() === '' ? null : read(line.trim());
    if (row === null) break;
    rows.push(row);
  }
  return rows.length > 1 ? tableOf(rows, rows.length) : null;
}

const WIDEST_STACK = 8;
const LONGEST_STACK = 400;

/** A line for each cell, as some pages copy: the names of the columns, then so many lines for each row. */
function stacked(lines: readonly string[], at: number): PastedTable | null {
  if (!isColumnName(lines[at] ?? '') || isColumnName(lines[at - 1] ?? '')) return null;
  for (let width = WIDEST_STACK; width >= 3; width--) {
    const shape = matchShape(lines.slice(at, at + width));
    if (shape === null || shape.fields.includes(null)) continue;
    const end = lines.slice(at, at + LONGEST_STACK).findIndex((line) => line.trim() === '');
    const run = lines.slice(at, end < 0 ? at + LONGEST_STACK : at + end);
    if (run.length % width !== 0 || run.length === width) return null;
    const rows = Array.from({ length: run.length / width }, (_, row) => run.slice(row * width, (row + 1) * width));
    return tableOf(rows, run.length);
  }
  return null;
}
