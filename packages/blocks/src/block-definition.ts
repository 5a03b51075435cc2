import type { Block } from '@duet/domain';
import type { Node } from '@tiptap/core';
import type { JsonNode } from './json-node.ts';

/** Gives each node its identity while a document is read: its own `id`, unless it has none or an earlier node has it. */
export type Identify = (node: JsonNode) => string;

/**
 * The one definition of a block, for the editor, the server and every exporter.
 * `read(write(block))` equals `block`; `read` takes whatever a merge or a foreign client left and never throws.
 */
export interface BlockDefinition<B extends Block = Block> {
  readonly name: B['type'];
  /** The Tiptap nodes: the block first, then its rows and cells. No views. */
  readonly nodes: readonly [Node, ...Node[]];
  /** The element of each text, by its name in the model. */
  readonly cells: Readonly<Record<string, string>>;
  read(node: JsonNode, identify: Identify): B;
  write(block: B): JsonNode;
  /** A new one as the editor inserts it: with an id and every cell; a table with its first row. */
  fresh(): JsonNode;
  /** What a table is made of, and nothing else stands in it. */
  readonly row: RowDefinition | null;
}

export interface RowDefinition {
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  fresh(): JsonNode;
}
