import type { Node } from '@tiptap/pm/model';
import type { Selection } from '@tiptap/pm/state';
import type { Entry } from '../editing/places.ts';

/** The blocks of prose that a selection touches. */
export function proseIn(doc: Node, { from, to }: Selection): readonly Entry[] {
  const prose: Entry[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'textBlock') prose.push({ node, pos });
    return false;
  });
  return prose;
}
