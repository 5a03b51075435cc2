import { type Entry, entriesOf } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** What can be made from another entry, and what it is called by there. */
const MADE: Readonly<Record<string, string>> = {
  riskRow: 'risk',
  decision: 'decision',
  actionItem: 'action',
  roadmapRow: 'row',
};
/** Attributes that say how it goes with a linked entry. */
const STANDING = ['state', 'status'] as const;
const LONGEST_TITLE = 60;

type Said = Record<string, string | null>;

/**
 * Tells entries of each other, for their chips: a constraint of the risk and the decision made from it (M13), a risk of
 * the action that mitigates it (M15), an item of the row that it became (M8), a decision of the one that replaced it
 * (M16); and each of these of where it came from. An attribute says it on one side only, so that the two never differ.
 */
export const EntryLinks = Extension.create({
  name: 'entryLinks',
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
  const entries = entriesOf(doc);
  const byId = new Map<unknown, Entry>(entries.toReversed().map((entry) => [entry.node.attrs.id, entry]));
  const told = new Map<Entry, Said>();
  const tell = (entry: Entry, name: string, about: Entry): void => {
    told.set(entry, { ...told.get(entry), ...saidOf(name, about) });
  };
  for (const entry of entries) {
    const { origin, supersedes } = entry.node.attrs;
    const source = typeof origin === 'string' ? byId.get(origin) : undefined;
    if (source && source !== entry) {
      const name = MADE[entry.node.type.name];
      if (name !== undefined) tell(source, name, entry);
      tell(entry, 'origin', source);
    }
    const replaced = typeof supersedes === 'string' ? byId.get(supersedes) : undefined;
    if (replaced && replaced !== entry) {
      tell(entry, 'replaces', replaced);
      tell(replaced, 'replacedBy', entry);
    }
  }
  const decorations = Array.from(told, ([{ node, pos }, said]) =>
    Decoration.node(pos, pos + node.nodeSize, {}, { isAround: true, ...said }),
  );
  return DecorationSet.create(doc, decorations);
}

/** `action`, `actionTitle`, `actionStanding`. */
function saidOf(name: string, { node }: Entry): Said {
  const standing: unknown = STANDING.map((attribute) => node.attrs[attribute]).find(
    (value) => typeof value === 'string',
  );
  return {
    [name]: node.attrs.id,
    [`${name}Title`]: titleOf(node),
    [`${name}Standing`]: typeof standing === 'string' ? standing : null,
  };
}

function titleOf(node: Node): string {
  const text = (node.isTextblock ? node : node.firstChild)?.textContent.trim() ?? '';
  return text.length <= LONGEST_TITLE ? text : `${text.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}
