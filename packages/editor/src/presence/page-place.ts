import type { EditorView } from '@tiptap/pm/view';
import type { Place } from '../api.ts';

/** The element that scrolls the editor, else the window. */
export function scrollerOf(dom: HTMLElement): HTMLElement | Window {
  for (let element = dom.parentElement; element !== null; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element);
    if ((overflowY === 'auto' || overflowY === 'scroll') && element !== document.body) return element;
  }
  return window;
}

/** Where the visible part of the page begins. */
export function topOf(scroller: HTMLElement | Window): number {
  return scroller instanceof HTMLElement ? scroller.getBoundingClientRect().top : 0;
}

/** A block that begins this near below the top is what somebody looks at, more than the end of the one above it. */
const NEAR = 48;

/**
 * The block at the top of the visible page, and how many pixels of it are scrolled off; negative where it begins below the
 * top. A block that is just beginning goes first: in another window the one above it may be taller, and lines that are
 * counted off from its start would lead elsewhere.
 */
export function placeAtTop(view: EditorView): Place | null {
  const top = topOf(scrollerOf(view.dom));
  let cut: Place | null = null;
  for (const [dom, id] of blocksWithId(view)) {
    const { top: start, bottom, height } = dom.getBoundingClientRect();
    if (height === 0 || bottom <= top + 1) continue;
    const place = { blockId: id, offset: Math.round(top - start) };
    if (start >= top && (cut === null || start <= top + NEAR)) return place;
    if (start > top) return cut;
    cut ??= place;
  }
  return cut;
}

function* blocksWithId(view: EditorView): Generator<readonly [HTMLElement, string]> {
  const found: [HTMLElement, string][] = [];
  view.state.doc.descendants((node, pos) => {
    const { id } = node.attrs;
    const dom = typeof id === 'string' ? view.nodeDOM(pos) : null;
    if (dom instanceof HTMLElement) found.push([dom, id]);
    return !node.isTextblock;
  });
  yield* found;
}
