import { type Entry, entriesOf } from '@duet/blocks';
import type { Editor } from '@tiptap/core';

/** A block or row with the element that shows it. */
export interface ShownEntry extends Entry {
  readonly dom: HTMLElement;
}

/** The entry whose element this is, where it is now; null once it is gone. */
export function entryOf({ state, view }: Editor, dom: HTMLElement): Entry | null {
  return entriesOf(state.doc).find(({ pos }) => view.nodeDOM(pos) === dom) ?? null;
}

/** The element of the block or row at a height of the page, wherever the pointer is beside it. */
export function entryElementAt(
  editor: Editor,
  event: { readonly clientX: number; readonly clientY: number },
): HTMLElement | null {
  const page = editor.view.dom.getBoundingClientRect();
  const x = Math.min(Math.max(event.clientX, page.left + 24), page.right - 8);
  const hit = document.elementFromPoint(x, event.clientY)?.closest<HTMLElement>('[data-entry]') ?? null;
  return hit !== null && editor.view.dom.contains(hit) ? hit : null;
}

/** The entry and those it may change places with: the rows of its table, or the blocks of the document. */
export function siblingsOf({ state, view }: Editor, { pos }: Entry): readonly ShownEntry[] {
  const $pos = state.doc.resolve(pos);
  const shown: ShownEntry[] = [];
  $pos.parent.forEach((node, offset) => {
    const at = $pos.start() + offset;
    const dom = view.nodeDOM(at);
    if (dom instanceof HTMLElement) shown.push({ node, pos: at, dom });
  });
  return shown;
}
