import type { EditorView } from '@tiptap/pm/view';
import type { Place } from '../api.ts';
import { rowsOnPage } from '../row-views/rows-on-page.ts';

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

/** The part of the page that nothing covers. What floats over its ends is left room for by its `scroll-padding`. */
export function visiblePart(dom: HTMLElement): { readonly top: number; readonly bottom: number } {
  const scroller = scrollerOf(dom);
  const element = scroller instanceof HTMLElement ? scroller : document.documentElement;
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(element);
  const bottom = scroller instanceof HTMLElement ? scroller.getBoundingClientRect().bottom : window.innerHeight;
  return {
    top: topOf(scroller) + (Number.parseFloat(scrollPaddingTop) || 0),
    bottom: bottom - (Number.parseFloat(scrollPaddingBottom) || 0),
  };
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
  const entries = entriesOn(view.dom);
  const first = firstBelow(entries, top);
  const here = entries[first];
  if (here === undefined) return null;
  const next = entries.slice(first + 1).find((entry) => entry.getBoundingClientRect().height > 0);
  const starts = [here, next].map((entry) => entry?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY);
  const [start = 0, nextStart = 0] = starts;
  const isNext = start < top && nextStart >= top && nextStart <= top + NEAR;
  const { id } = view.state.doc.resolve(view.posAtDOM(isNext && next ? next : here, 0)).parent.attrs;
  return typeof id === 'string' ? { blockId: id, offset: Math.round(top - (isNext ? nextStart : start)) } : null;
}

/** The blocks, and of tables the rows, as they stand one below the other. */
function entriesOn(dom: HTMLElement): readonly Element[] {
  return [...dom.children].flatMap((child) => {
    if (!(child instanceof HTMLElement) || child.dataset.type === undefined) return [];
    return child.classList.contains('grid-table') ? rowsOnPage(child) : [child];
  });
}

/**
 * The index of the first entry of which something is below `top`. Halving finds it: to measure each of hundreds takes longer
 * than to draw them. Folded ones have no height and no place.
 */
function firstBelow(entries: readonly Element[], top: number): number {
  let found = entries.length;
  for (let from = 0, to = entries.length; from < to; ) {
    const middle = (from + to) >> 1;
    let at = middle;
    let box = entries[at]?.getBoundingClientRect();
    while (box?.height === 0 && at + 1 < to) box = entries[++at]?.getBoundingClientRect();
    if (box === undefined || box.height === 0) to = middle;
    else if (box.bottom > top + 1) {
      found = at;
      to = middle;
    } else from = at + 1;
  }
  return found;
}
