import { type Block, make, plain, plainText, type RichText } from '@duet/domain';
import { matchShape, type TableKind } from '../reading/table-shapes.ts';
import { buildAction } from './actions.ts';
import { buildConstraint } from './constraints.ts';
import { buildDecision } from './decisions.ts';
import { Fields } from './fields.ts';
import { isPlaceholder } from './placeholder.ts';
import { buildQuestion } from './questions.ts';
import type { Context, Recogniser } from './recogniser.ts';
import { buildRiskRow } from './risks.ts';
import { buildRoadmapRow } from './roadmap.ts';
import { buildUpcoming } from './upcoming.ts';

/** The blocks of one kind of table. */
const BUILD: Readonly<Record<TableKind, (rows: readonly Fields[], context: Context) => readonly Block[]>> = {
  roadmap: (rows, context) => [{ type: 'roadmapTable', rows: rows.map((row) => buildRoadmapRow(row, context)) }],
  risks: (rows) => [{ type: 'riskTable', rows: rows.map(buildRiskRow) }],
  actions: (rows, context) => rows.map((row) => buildAction(row, context)),
  decisions: (rows, context) =>
    rows.map((row) => buildDecision(row, context, context.section?.decisions === 'pending' ? 'pending' : 'decided')),
  questions: (rows) => rows.map(buildQuestion),
  constraints: (rows, context) => rows.map((row) => buildConstraint(row, context)),
  upcoming: (rows, context) => rows.map((row) => buildUpcoming(row, context)),
};

/** Rows of one kind of table as blocks. */
export function buildRows(kind: TableKind, rows: readonly Fields[], context: Context): readonly Block[] {
  return BUILD[kind](rows, context);
}

/** A table whose first row holds the column names of one of our kinds, wherever it stands. */
export const knownTable: Recogniser = (nodes, at, context) => {
  const node = nodes[at];
  if (node?.kind !== 'table') return null;
  const [header = [], ...rows] = node.rows;
  const names = header.map(plainText);
  const shape = matchShape(names, context.section?.kind ?? null);
  if (shape === null) return null;
  const read = rows.map((row) => {
    const fields = new Fields();
    row.forEach((cell, column) => {
      fields.add(shape.fields[column] ?? null, names[column]?.trim() ?? '', cell);
    });
    return fields;
  });
  return { blocks: [...buildRows(shape.kind, read, context), ...emptyColumns(names, shape.fields, rows)], used: 1 };
};

/** The name of a column that no shape knows stands with its cells; of an empty column it is all there is. */
function emptyColumns(
  names: readonly string[],
  fields: readonly (string | null)[],
  rows: readonly (readonly RichText[])[],
): readonly Block[] {
  const empty = names.filter(
    (_, column) => fields[column] === null && rows.every((row) => isPlaceholder(plainText(row[column] ?? []))),
  );
  return empty.some((name) => !isPlaceholder(name)) ? [make.textBlock({ text: plain(empty.join(' | ')) })] : [];
}
