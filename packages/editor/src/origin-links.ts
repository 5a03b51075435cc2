import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What can be made from a constraint, and what its chip is called by. */
const MADE = { riskRow: 'risk', decision: 'decision' } as const;

/** Tells each constraint the ids of the risk and the decision that were made from it (M13), for its chips. */
export const OriginLinks = Extension.create({
  name: 'originLinks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      state: {
        init: (_, { doc }) => decorate(doc),
        apply: (tr, before) => (tr.docChanged ? decorate(tr.doc) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state);
        },
      },
    }),
  ],
});

function decorate(doc: Node): DecorationSet {
  const made = new Map<string, Record<string, string>>();
  doc.descendants((node) => {
    const { origin, id } = node.attrs;
    const kind = MADE[node.type.name as keyof typeof MADE];
    if (kind !== undefined && typeof origin === 'string' && typeof id === 'string') {
      made.set(origin, { [kind]: id, ...made.get(origin) });
    }
    return !node.isTextblock;
  });
  if (made.size === 0) return DecorationSet.empty;
  const found: Decoration[] = [];
  doc.forEach((node, pos) => {
    const links = node.type.name === 'constraint' ? made.get(node.attrs.id) : undefined;
    if (links) found.push(Decoration.node(pos, pos + node.nodeSize, {}, { isAround: true, ...links }));
  });
  return DecorationSet.create(doc, found);
}
