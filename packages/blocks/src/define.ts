import { type Block, newId, type RichText } from '@duet/domain';
import { mergeAttributes, Node } from '@tiptap/core';
import {
  type AttributeTable,
  type AttributeValues,
  readAttributes,
  shortText,
  tiptapAttributes,
  writeAttributes,
} from './attributes.ts';
import type { BlockDefinition, Identify, RowDefinition } from './block-definition.ts';
import { type CellTable, type CellValues, cellNode, looseContent, readCells, writeCells } from './cells.ts';
import type { JsonNode } from './json-node.ts';
import { readText, writeText } from './rich-text.ts';

/** What a factory below gives: the nodes of an element and how its model is read and written. */
export interface ElementDefinition<Model> {
  readonly name: string;
  readonly nodes: readonly [Node, ...Node[]];
  readonly cells: CellTable;
  read(node: JsonNode, identify: Identify): Model;
  write(model: Model): JsonNode;
  /** A new one as the editor inserts it: with an id and every cell; a table with its first row. */
  fresh(): JsonNode;
}

type Identified = { readonly id: string };

/** The ProseMirror group of the rows of tables. */
export const ROW = 'row';

/** An element with an id, attributes and text cells: a row, a decision, a constraint. */
export function defineCells<Table extends AttributeTable, Cells extends CellTable>(spec: {
  readonly name: string;
  /** Where it may stand: in the document itself or in a table. */
  readonly group: 'block' | typeof ROW;
  readonly attributes: Table;
  readonly cells: Cells;
}): ElementDefinition<Identified & AttributeValues<Table> & CellValues<Cells>> {
  type Model = Identified & AttributeValues<Table> & CellValues<Cells>;
  const cellNames = Object.values(spec.cells);
  const read = (node: JsonNode, identify: Identify): Model => ({
    id: identify(node),
    ...readAttributes(spec.attributes, node.attrs),
    ...readCells(spec.cells, node),
  });
  const write = (model: Model): JsonNode => ({
    type: spec.name,
    attrs: { id: model.id, ...writeAttributes(spec.attributes, model) },
    content: writeCells(spec.cells, model),
  });
  return {
    name: spec.name,
    nodes: [
      Node.create({
        name: spec.name,
        group: spec.group,
        content: looseContent(cellNames),
        defining: true,
        isolating: true,
        draggable: true,
        addAttributes: () => tiptapAttributes({ id: shortText, ...spec.attributes }),
        ...htmlElement(spec.name),
      }),
      ...cellNames.map(cellNode),
    ],
    cells: spec.cells,
    read,
    write,
    fresh: () => write(read({ type: spec.name }, () => newId())),
  };
}

/** An element with an id, attributes and one text of its own: prose, a heading, an action. */
export function defineText<Table extends AttributeTable, Field extends string>(spec: {
  readonly name: string;
  readonly attributes: Table;
  readonly field: Field;
  readonly isolating?: boolean;
}): ElementDefinition<Identified & AttributeValues<Table> & { readonly [F in Field]: RichText }> {
  type Model = Identified & AttributeValues<Table> & { readonly [F in Field]: RichText };
  return {
    name: spec.name,
    nodes: [
      Node.create({
        name: spec.name,
        group: 'block',
        content: 'text*',
        marks: '_',
        defining: true,
        isolating: spec.isolating ?? false,
        whitespace: 'pre',
        addAttributes: () => tiptapAttributes({ id: shortText, ...spec.attributes }),
        ...htmlElement(spec.name),
      }),
    ],
    cells: {},
    read: (node, identify) =>
      ({
        id: identify(node),
        ...readAttributes(spec.attributes, node.attrs),
        [spec.field]: readText(node),
      }) as Model,
    write: (model) => ({
      type: spec.name,
      attrs: { id: model.id, ...writeAttributes(spec.attributes, model) },
      content: writeText(model[spec.field]),
    }),
    fresh: () => ({ type: spec.name, attrs: { id: newId() } }),
  };
}

/** An element that holds rows of one kind and nothing else. */
export function defineTable<Row>(
  name: string,
  row: ElementDefinition<Row>,
): ElementDefinition<{ readonly rows: readonly Row[] }> & { readonly row: ElementDefinition<Row> } {
  return {
    name,
    nodes: [
      Node.create({
        name,
        group: 'block',
        content: `${row.name}*`,
        isolating: true,
        ...htmlElement(name),
      }),
      ...row.nodes,
    ],
    cells: {},
    read: (node, identify) => ({
      rows: (node.content ?? []).flatMap((child) => {
        if (child.type === row.name) return row.read(child, identify);
        // A stray: its words, if it has any, make a row.
        return readText(child).length > 0 ? row.read({ type: row.name, content: [child] }, identify) : [];
      }),
    }),
    write: (model) => ({ type: name, content: model.rows.map(row.write) }),
    fresh: () => ({ type: name, content: [row.fresh()] }),
    row,
  };
}

/** An element that stands in the document itself, as a block of the model. */
export function asBlock<B extends Block>(
  type: B['type'],
  element: ElementDefinition<Omit<B, 'type'>> & { readonly row?: RowDefinition },
): BlockDefinition<B> {
  const { nodes, cells, write, fresh, row = null } = element;
  return {
    name: type,
    nodes,
    cells,
    read: (node, identify) => ({ type, ...element.read(node, identify) }) as B,
    write,
    fresh,
    row,
  };
}

function htmlElement(name: string) {
  return {
    parseHTML: () => [{ tag: `[data-block="${name}"]`, preserveWhitespace: 'full' as const }],
    renderHTML: ({ HTMLAttributes }: { HTMLAttributes: Record<string, unknown> }) =>
      ['div', mergeAttributes(HTMLAttributes, { 'data-block': name }), 0] as const,
  };
}
