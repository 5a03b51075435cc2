import type { Block, BlockName } from '@duet/domain';
import { actionItem } from './action-item/model.ts';
import type { BlockDefinition, Identify, RowDefinition } from './block-definition.ts';
import { CELL } from './cells.ts';
import { constraint } from './constraint/model.ts';
import { decision } from './decision/model.ts';
import type { JsonNode } from './json-node.ts';
import { openQuestion } from './open-question/model.ts';
import { riskTable } from './risk-table/model.ts';
import { roadmapTable } from './roadmap-table/model.ts';
import { sectionHeading } from './section-heading/model.ts';
import { textBlock } from './text-block/model.ts';
import { upcomingItem } from './upcoming-item/model.ts';

/** Every block there is. `textBlock` is first: the editor fills with it what must not be empty. */
export const blocks = {
  textBlock,
  sectionHeading,
  roadmapTable,
  upcomingItem,
  constraint,
  riskTable,
  decision,
  actionItem,
  openQuestion,
} satisfies { readonly [Name in BlockName]: BlockDefinition<Extract<Block, { type: Name }>> };

export function isBlockName(name: string): name is BlockName {
  return Object.hasOwn(blocks, name);
}

/** Any node as a block. One that this version doesn't know is read as prose: its text is somebody's words. */
export function readBlock(node: JsonNode, identify: Identify): Block {
  const name = isBlockName(node.type) ? node.type : 'textBlock';
  return blocks[name].read(node, identify);
}

export function writeBlock(block: Block): JsonNode {
  return definitionOf(block).write(block);
}

/** The definition of just this block's type; a lookup by a union of names loses that they belong together. */
function definitionOf<B extends Block>(block: B): BlockDefinition<B> {
  return blocks[block.type as BlockName] as BlockDefinition as BlockDefinition<B>;
}

/** Every row that a table is made of. */
export const rows: readonly RowDefinition[] = Object.values(blocks).flatMap((block) => (block.row ? [block.row] : []));

/** The names of all cells: the elements below a row or block that are nothing but one text. */
export const CELL_NAMES: ReadonlySet<string> = new Set(
  Object.values(blocks).flatMap((block) =>
    block.nodes.flatMap((node) => (node.config.group === CELL ? [node.name] : [])),
  ),
);

/** The element that holds a text of a block or row, by the name of the text in the model; undefined where there is none. */
export function cellOf(elementName: string, field: string): string | undefined {
  const elements: readonly RowDefinition[] = [...Object.values(blocks), ...rows];
  return elements.find(({ name }) => name === elementName)?.cells[field];
}
