import { blocksOf, type Entry } from '@duet/blocks';
import type { Node } from '@tiptap/pm/model';

/** Blocks that stand where others stood. One that was edited is there before and after; one list may be empty. */
export interface ChangedBlocks {
  readonly was: readonly Entry[];
  readonly is: readonly Entry[];
}

/**
 * The blocks of a document that are not the nodes they were, so that a plugin looks at what changed and not, with each key,
 * at everything. Nodes are compared as objects: what an edit does not touch stays the same one, also where it came from
 * somebody else (see remote-changes.ts). A table is one block.
 */
export function changedBlocks(before: Node, after: Node): readonly ChangedBlocks[] {
  if (before === after) return [];
  const was = blocksOf(before);
  const is = blocksOf(after);
  // As many as before: each for itself. Two people type at both ends of the document, and what is between is left alone.
  if (was.length === is.length) {
    return is.flatMap((block, index) => {
      const earlier = was[index];
      return earlier === undefined || earlier.node === block.node ? [] : [{ was: [earlier], is: [block] }];
    });
  }
  const shorter = Math.min(was.length, is.length);
  let first = 0;
  while (first < shorter && was[first]?.node === is[first]?.node) first++;
  let last = 0;
  while (last < shorter - first && was.at(-1 - last)?.node === is.at(-1 - last)?.node) last++;
  return [{ was: was.slice(first, was.length - last), is: is.slice(first, is.length - last) }];
}
