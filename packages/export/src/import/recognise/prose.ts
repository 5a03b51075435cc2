import { type Block, canonicalText, isBlank, make, plain, type RichText } from '@duet/domain';
import type { OutlineNode } from '../outline.ts';

/** What no recogniser knew, as the text that it is. A row of a table becomes a line. */
export function proseOf(node: OutlineNode): readonly Block[] {
  if (node.kind === 'table') return node.rows.map((row) => make.textBlock({ text: lineOf(row) }));
  if (node.kind === 'heading')
    return [make.textBlock({ kind: 'heading', level: Math.max(1, Math.min(3, node.level)), text: node.text })];
  return [make.textBlock({ kind: node.kind, indent: node.indent, checked: node.checked, text: node.text })];
}

function lineOf(cells: readonly RichText[]): RichText {
  const filled = cells.filter((cell) => !isBlank(cell));
  return canonicalText(filled.flatMap((cell, index) => (index === 0 ? cell : [...plain(' | '), ...cell])));
}
