import type { Block } from '@duet/domain';
import type { RootContent } from 'mdast';
import type { Around } from './links.ts';

/** How one kind of block is written in Markdown and found in it again. */
export interface BlockMarkdown<B extends Block = Block> {
  /** Blocks of this kind that follow each other. */
  write(run: readonly B[], links: Around): RootContent[];
  /** The blocks that the first of these nodes begin, and how many nodes they take; null when it's something else. */
  read(nodes: readonly RootContent[], source: string): Reading<B> | null;
}

interface Reading<B> {
  readonly blocks: readonly B[];
  readonly taken: number;
}
