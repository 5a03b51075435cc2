import type { Node } from '@tiptap/pm/model';

/** A section as it stands in the document: its heading and the blocks up to the next one. */
export interface SectionSpan {
  readonly heading: { readonly node: Node; readonly pos: number };
  readonly blocks: readonly { readonly node: Node; readonly pos: number }[];
  /** The position after its last block. */
  readonly end: number;
}

/** All sections, in order. What stands before the first heading belongs to none. */
export function sectionSpans(doc: Node): readonly SectionSpan[] {
  const spans: { heading: SectionSpan['heading']; blocks: { node: Node; pos: number }[]; end: number }[] = [];
  doc.forEach((node, pos) => {
    const end = pos + node.nodeSize;
    const last = spans.at(-1);
    if (node.type.name === 'sectionHeading') spans.push({ heading: { node, pos }, blocks: [], end });
    else if (last) {
      last.blocks.push({ node, pos });
      last.end = end;
    }
  });
  return spans;
}

/** The section that a position is in. */
export function sectionAt(doc: Node, pos: number): SectionSpan | null {
  return sectionSpans(doc).find(({ heading, end }) => heading.pos <= pos && pos <= end) ?? null;
}

/** What each section of the template is made of, by its key. */
export const SECTION_BLOCKS: Readonly<
  Record<string, 'upcomingItem' | 'constraint' | 'decision' | 'actionItem' | 'openQuestion'>
> = {
  upcoming: 'upcomingItem',
  constraints: 'constraint',
  decisions: 'decision',
  actions: 'actionItem',
  questions: 'openQuestion',
};

/** Sections that are read before the meeting and fold away during it. */
export const FOLDING_SECTIONS: ReadonlySet<unknown> = new Set(['guide', 'checklist']);
