import type { PhrasingContent, RootContent, Table, TableCell } from 'mdast';
import { type Field, textOf } from './fields.ts';
import { type Around, readAnchor, writeAnchor } from './links.ts';

/** Entries as rows of a table. The first column says which table it is; others may be missing, in any order. */
export interface TableMarkdown<Row> {
  write(rows: readonly Row[], links: Around): Table;
  read(node: RootContent | undefined, source: string): Row[] | null;
}

/**
 * @param always the columns that every table has; the others are only there when a row has something to say in them.
 * @param empty a row with nothing in it.
 */
export function tableMarkdown<Row extends { readonly id: string }>(
  always: readonly [Field<Row>, ...Field<Row>[]],
  sometimes: readonly Field<Row>[],
  empty: () => Row,
): TableMarkdown<Row> {
  const [first] = always;
  const known = [...always, ...sometimes];
  return {
    write: (rows, links) => {
      const used = sometimes.filter((field) => rows.some((row) => field.write(row, 'line', links).length > 0));
      const columns = [...always, ...used];
      const cells = (row: Row): TableCell[] =>
        columns.map((field) => {
          const anchor = field === first ? writeAnchor(row.id, links) : [];
          return tableCell([...anchor, ...field.write(row, 'line', links)]);
        });
      return {
        type: 'table',
        children: [
          { type: 'tableRow', children: columns.map(({ label }) => tableCell([{ type: 'text', value: label }])) },
          ...rows.map((row) => ({ type: 'tableRow' as const, children: cells(row) })),
        ],
      };
    },
    read: (node, source) => {
      if (node?.type !== 'table') return null;
      const [head, ...rows] = node.children;
      const labels = (head?.children ?? []).map((cell) => textOf(cell.children, source));
      const columns = labels.map((label) => known.find((field) => field.label === label));
      if (columns[0] !== first || columns.includes(undefined)) return null;
      return rows.map((row) => {
        const values = row.children.map((cell, index) =>
          cell.children.length > 0 ? columns[index]?.read(cell.children, source) : undefined,
        );
        const id = readAnchor(row.children[0]?.children ?? []);
        return Object.assign({}, empty(), ...values, id === null ? {} : { id });
      });
    },
  };
}

const tableCell = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
