import { type Block, isBlank, plainText, type RichText } from '@duet/domain';
import type { Calendar } from '../reading/calendar.ts';
import { readDay, readLevel, readStatus } from '../reading/cells.ts';
import { type CellForm, columnsOf, matchShape, TABLE_SHAPES } from '../reading/table-shapes.ts';
import { Fields } from './fields.ts';
import type { Context } from './recogniser.ts';
import { buildRows } from './tables.ts';

/** The tables of a meeting that cells can be pasted into, and their columns from left to right. */
const COLUMNS = {
  roadmap: ['feature', 'status', 'targetDate', 'notes'],
  risks: ['risk', 'owner', 'likelihood', 'impact', 'mitigation'],
  actions: ['action', 'owner', 'due', 'status'],
} as const;

export type RowKind = keyof typeof COLUMNS;

type Grid = readonly (readonly RichText[])[];

/**
 * The cells of a spreadsheet as rows of a table, from its column `from` on: blocks of one kind. A first row that names
 * the columns says which is which. Otherwise they go by their looks, then by their place; what finds no column of its
 * own goes into a text of its row. Null when the names are those of another kind of table.
 */
export function rowsOfGrid(kind: RowKind, grid: Grid, from: number, calendar: Calendar): readonly Block[] | null {
  const context: Context = { section: { kind, minutes: null, decisions: 'decided' }, calendar };
  const names = (grid[0] ?? []).map((cell) => plainText(cell).trim());
  const shape = matchShape(names, kind);
  if (shape !== null && shape.kind !== kind) return null;
  const named = shape?.fields ?? columnsOf(kind, names);
  if (named !== null) return buildRows(kind, fieldsOf(grid.slice(1), named, names), context);
  return buildRows(kind, fieldsOf(grid, columnsByLooks(kind, grid, from, calendar), []), context);
}

function fieldsOf(rows: Grid, columns: readonly (string | null)[], names: readonly string[]): readonly Fields[] {
  return rows.map((row) => {
    const fields = new Fields();
    row.forEach((cell, column) => {
      fields.add(columns[column] ?? null, names[column] ?? '', cell);
    });
    return fields;
  });
}

function columnsByLooks(kind: RowKind, grid: Grid, from: number, calendar: Calendar): readonly (string | null)[] {
  const fields: readonly string[] = COLUMNS[kind];
  const free = new Set(fields.slice(from));
  const width = Math.max(...grid.map((row) => row.length));
  const take = (field: string | undefined): string | null => (field !== undefined && free.delete(field) ? field : null);
  const found = Array.from({ length: width }, (_, column) => {
    const cells = grid.map((row) => plainText(row[column] ?? [])).filter((cell) => cell.trim() !== '');
    const here = fields[from + column];
    const fits = (field: string): boolean => looksLike(formOf(kind, field), cells, field === here, calendar);
    const typed = [here, ...free].find((field) => field !== undefined && free.has(field) && fits(field));
    return cells.length === 0 ? take(here) : take(typed);
  });
  // What is left is text: in its own place, else in the next column of texts.
  return found.map((field, column) => {
    if (field !== null || grid.every((row) => isBlank(row[column] ?? []))) return field;
    const texts = [...free].filter((one) => formOf(kind, one) === 'text');
    const here = fields[from + column] ?? '';
    return take(texts.includes(here) ? here : texts[0]);
  });
}

function formOf(kind: RowKind, field: string): CellForm {
  return TABLE_SHAPES[kind].columns[field]?.form ?? 'text';
}

/** Whether all cells of a column read as values of a form; names are owners only where owners stand, or with an `@`. */
function looksLike(form: CellForm, cells: readonly string[], inPlace: boolean, calendar: Calendar): boolean {
  switch (form) {
    case 'text':
      return false;
    case 'status':
      return cells.every((cell) => {
        const { value, whole } = readStatus(cell);
        return whole && (value.progress !== null || value.health !== null);
      });
    case 'day':
      return cells.every((cell) => readDay(cell, calendar).value !== null && cell.length < 40);
    case 'level':
      return cells.every((cell) => readLevel(cell).level !== null && cell.length < 40);
    case 'owner':
      return cells.every((cell) => /^@[^\s@]{1,40}$/.test(cell.trim()) || (inPlace && cell.length < 60));
  }
}
