import { joinLines, NO_TEXT, type RichText } from '@duet/domain';
import { Node } from '@tiptap/core';
import type { JsonNode } from './json-node.ts';
import { readText, writeText } from './rich-text.ts';

/** The ProseMirror group of all cells. */
export const CELL = 'cell';

/** The cells of a block: field of the model -> name of the element. */
export type CellTable = Readonly<Record<string, string>>;
export type CellValues<Table> = { readonly [Field in keyof Table]: RichText };

/**
 * Cells in any order, any number of times, or missing: a merge of two people's edits can produce each of these,
 * and the editor *deletes* for everybody what its schema does not allow. Reading puts things right.
 */
export function looseContent(names: readonly string[]): string {
  return `(${names.join(' | ')})*`;
}

/**
 * Doubled cells are joined (a line each), missing ones are empty. The words of anything else that a merge or a foreign
 * client left among them go to the first cell: they are somebody's.
 */
export function readCells<Table extends CellTable>(table: Table, node: JsonNode): CellValues<Table> {
  const children = node.content ?? [];
  const names = Object.values(table);
  const strays = children.filter((child) => !names.includes(child.type));
  const entries = Object.entries(table).map(([field, name], index) => {
    const own = children.filter((child) => child.type === name).map(readText);
    return [field, joinLines(index === 0 ? [...own, readText({ type: name, content: strays })] : own)];
  });
  return Object.fromEntries(entries) as CellValues<Table>;
}

/** Every cell once, in the order of the table. */
export function writeCells<Table extends CellTable>(table: Table, values: CellValues<Table>): readonly JsonNode[] {
  const texts: Readonly<Record<string, RichText>> = values;
  return Object.entries(table).map(([field, name]) => ({
    type: name,
    content: writeText(texts[field] ?? NO_TEXT),
  }));
}

/** The Tiptap node of a cell: one flat text, closed to its surroundings (Backspace at its start leaves the row whole). */
export function cellNode(name: string): Node {
  return Node.create({
    name,
    group: CELL,
    content: 'text*',
    marks: '_',
    isolating: true,
    defining: true,
    selectable: false,
    whitespace: 'pre',
    parseHTML: () => [{ tag: `[data-cell="${name}"]`, preserveWhitespace: 'full' }],
    renderHTML: () => ['div', { 'data-cell': name, class: `cell cell--${name}` }, 0],
  });
}
