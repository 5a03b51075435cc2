import { findElement } from '@duet/document';
import type { Node } from '@tiptap/pm/model';
import type * as Y from 'yjs';

export interface FoundBlock {
  readonly node: Node;
  readonly pos: number;
}

/** The block or row that `read(doc)` calls `id`, in the editor's copy of the document. Null when there is none (now). */
export function findBlock(doc: Node, body: Y.XmlFragment, id: string): FoundBlock | null {
  const element = findElement(body, id);
  if (element === null) return null;
  let pos = 0;
  let node = doc;
  for (const index of pathTo(element, body)) {
    if (index < 0 || index >= node.childCount) return null;
    for (let before = 0; before < index; before++) pos += node.child(before).nodeSize;
    node = node.child(index);
    pos += 1;
  }
  return { node, pos: pos - 1 };
}

/** The index of each ancestor among its siblings, outermost first, which is the same in the shared XML and the editor. */
function pathTo(element: Y.XmlElement, body: Y.XmlFragment): readonly number[] {
  const { parent } = element;
  if (parent === null) return [-1];
  const index = (parent as Y.XmlElement).toArray().indexOf(element);
  return parent === body ? [index] : [...pathTo(parent as Y.XmlElement, body), index];
}
