import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { FOLDING_SECTIONS, type SectionSpan, sectionSpans } from './section-map.ts';

/** The keys of the sections that are open. It is this browser's view, no part of the document. */
type Open = ReadonlySet<string>;

interface FoldState {
  readonly open: Open;
  readonly decorations: DecorationSet;
}

const foldsKey = new PluginKey<FoldState>('sectionFolds');

/** The sections before the meeting proper: each one line, opened by a click. */
export const SectionFolds = Extension.create({
  name: 'sectionFolds',
  addProseMirrorPlugins: () => [
    new Plugin<FoldState>({
      key: foldsKey,
      state: {
        init: (_, { doc }) => ({ open: new Set(), decorations: decorate(doc, new Set()) }),
        apply: (tr, before) => {
          const change: { key: string; open: boolean } | undefined = tr.getMeta(foldsKey);
          if (change === undefined && !tr.docChanged) return before;
          const open = change ? toggled(before.open, change) : before.open;
          return { open, decorations: decorate(tr.doc, open) };
        },
      },
      props: { decorations: (state) => foldsKey.getState(state)?.decorations },
    }),
  ],
});

/** Opens or folds the section whose heading is at `pos`; does nothing for one that doesn't fold. */
export function foldSection(view: EditorView, pos: number, open: boolean): void {
  const key: unknown = view.state.doc.nodeAt(pos)?.attrs.key;
  if (FOLDING_SECTIONS.has(key)) view.dispatch(view.state.tr.setMeta(foldsKey, { key, open }));
}

/** Opens the folded section that `pos` lies in, so that it can be shown. */
export function unfoldAround(view: EditorView, pos: number): void {
  const span = sectionSpans(view.state.doc).find(({ heading, end }) => heading.pos <= pos && pos < end);
  if (span) foldSection(view, span.heading.pos, true);
}

function toggled(open: Open, change: { readonly key: string; readonly open: boolean }): Open {
  const next = new Set(open);
  if (change.open) next.add(change.key);
  else next.delete(change.key);
  return next;
}

function decorate(doc: Node, open: Open): DecorationSet {
  const decorations = sectionSpans(doc).flatMap((span) => {
    const { key } = span.heading.node.attrs;
    if (!FOLDING_SECTIONS.has(key)) return [];
    const isOpen = open.has(key);
    const around = { isAround: true, foldable: true, open: isOpen, summary: summaryOf(span) };
    const heading = nodeDecoration(span.heading, 'is-fold', around);
    return [heading, ...span.blocks.map((block) => nodeDecoration(block, isOpen ? 'in-fold' : 'is-folded', {}))];
  });
  return DecorationSet.create(doc, decorations);
}

function nodeDecoration({ node, pos }: SectionSpan['heading'], className: string, spec: object): Decoration {
  return Decoration.node(pos, pos + node.nodeSize, { class: className }, spec);
}

/** "3 principles". The checklist says what is ready, which is no count of its ticks. */
function summaryOf({ heading, blocks }: SectionSpan): string | null {
  if (heading.node.attrs.key === 'checklist') return null;
  const written = blocks.filter(({ node }) => node.content.size > 0).length;
  return `${written} ${written === 1 ? 'principle' : 'principles'}`;
}
