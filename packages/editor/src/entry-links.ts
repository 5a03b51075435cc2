import { type Entry, endOf, entriesOf, withRows } from '@duet/blocks';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { changedBlocks } from './changed-blocks.ts';

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
    new Plugin<Links>({
      state: {
        init: (_, { doc }) => linksOf(doc),
        apply: (tr, before) => (tr.docChanged ? (keptLinks(tr, before) ?? linksOf(tr.doc)) : before),
      },
      props: {
        decorations(state) {
          return this.getState(state)?.set;
        },
      },
    }),
  ],
});

interface Links {
  readonly set: DecorationSet;
  /** The ids of the entries whose title another one shows. */
  readonly quoted: ReadonlySet<unknown>;
}

/** The links of before at their places of now, where the edit changed nothing that they are made of; else null. */
function keptLinks(tr: Transaction, { set, quoted }: Links): Links | null {
  const edited = changedBlocks(tr.before, tr.doc);
  const was = edited.flatMap((blocks) => withRows(blocks.was));
  const is = edited.flatMap((blocks) => withRows(blocks.is));
  const says = ({ node: { type, attrs } }: Entry, title: string): string =>
    JSON.stringify([
      type.name,
      attrs.id,
      attrs.origin,
      attrs.supersedes,
      ...STANDING.map((name) => attrs[name]),
      title,
    ]);
  const isSame = (entry: Entry, before: Entry | undefined): boolean => {
    const title = quoted.has(entry.node.attrs.id) ? titleOf : () => '';
    return before !== undefined && says(before, title(before.node)) === says(entry, title(entry.node));
  };
  if (was.length !== is.length || !is.every((entry, index) => isSame(entry, was[index]))) return null;
  let kept = set.map(tr.mapping, tr.doc);
  for (const [index, entry] of is.entries()) {
    const old = was[index];
    // An edit that replaces a block whole, as those of others do, takes what decorates it along.
    if (old === undefined || at(kept, entry).length > 0) continue;
    kept = kept.add(
      tr.doc,
      at(set, old).map(({ spec }) => around(entry, spec)),
    );
  }
  return { set: kept, quoted };
}

/** What decorates an entry itself, not the rows in it. */
function at(set: DecorationSet, entry: Entry): readonly Decoration[] {
  const end = endOf(entry);
  return set.find(entry.pos, end).filter(({ from, to }) => from === entry.pos && to === end);
}

const around = (entry: Entry, spec: object): Decoration => Decoration.node(entry.pos, endOf(entry), {}, spec);

function linksOf(doc: Node): Links {
  const entries = entriesOf(doc);
  const byId = new Map<unknown, Entry>(entries.toReversed().map((entry) => [entry.node.attrs.id, entry]));
  const told = new Map<Entry, Said>();
  const quoted = new Set<unknown>();
  const tell = (entry: Entry, name: string, about: Entry): void => {
    told.set(entry, { ...told.get(entry), ...saidOf(name, about) });
    quoted.add(about.node.attrs.id);
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
  const decorations = Array.from(told, ([entry, said]) => around(entry, { isAround: true, ...said }));
  return { set: DecorationSet.create(doc, decorations), quoted };
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
