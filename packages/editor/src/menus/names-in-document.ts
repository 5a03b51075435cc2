import { namesIn as namesInOwner, soleOwner } from '@duet/domain';
import type { Node } from '@tiptap/pm/model';
import { mentionsIn } from '../mentions.ts';

/** Everybody whom the document names: owners and mentions, without `@`, except the name that is being typed. */
export function namesIn(doc: Node, typing = ''): readonly string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (soleOwner(name) !== null) names.add(name.toLowerCase());
  };
  doc.descendants((node) => {
    for (const field of ['owner', 'decidedBy', 'escalatedTo']) {
      const value: unknown = node.attrs[field];
      if (typeof value === 'string') for (const name of namesInOwner(value)) add(name);
    }
    if (node.isTextblock) for (const name of mentionsIn(node.textContent)) add(name);
  });
  if (typing !== '') names.delete(typing.toLowerCase());
  return [...names].sort();
}
