import { type Block, joinLines, type RichText } from '@duet/domain';
import type { OutlineNode, OutlineText } from '../outline.ts';
import type { Calendar } from '../reading/calendar.ts';
import type { SectionName } from './section-names.ts';

/** What a recogniser may know besides the nodes before it. */
export interface Context {
  readonly section: SectionName | null;
  readonly calendar: Calendar;
}

interface Recognised {
  readonly blocks: readonly Block[];
  /** Nodes taken, at least one. */
  readonly used: number;
}

/**
 * Knows one kind of block by its looks. It is shown the nodes of a section from `at` on, and answers null when what
 * begins there is none of its kind. It must put every word of the nodes it takes into the blocks.
 */
export type Recogniser = (nodes: readonly OutlineNode[], at: number, context: Context) => Recognised | null;

/** Something said in several nodes: a list item with what is nested in it, a heading with what stands under it. */
export interface Entry {
  readonly head: Exclude<OutlineNode, { kind: 'table' }>;
  /** The head, then a line for each of the other nodes. */
  readonly text: RichText;
  readonly used: number;
}

/** The entry that begins at a node. Null at a table. */
export function entryAt(nodes: readonly OutlineNode[], at: number): Entry | null {
  const head = nodes[at];
  if (head === undefined || head.kind === 'table') return null;
  let end = at + 1;
  while (end < nodes.length && belongs(nodes[end], head)) end++;
  const texts = nodes.slice(at, end).flatMap((node) => (node.kind === 'table' ? [] : [node.text]));
  return { head, text: joinLines(texts), used: end - at };
}

function belongs(node: OutlineNode | undefined, head: Entry['head']): boolean {
  if (node === undefined || node.kind === 'table' || node.kind === 'heading') return false;
  if (head.kind === 'heading') return true;
  return isItem(head) && node.indent > head.indent;
}

export function isItem(node: OutlineNode | undefined): node is OutlineText {
  return node?.kind === 'bullet' || node?.kind === 'ordered' || node?.kind === 'check';
}

/** An item at the margin of its list. */
export function isTopItem(node: OutlineNode | undefined): node is OutlineText {
  return isItem(node) && node.indent === 0;
}
