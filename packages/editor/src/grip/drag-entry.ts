import { isRow } from '@duet/blocks';
import type { Editor } from '@tiptap/core';
import { scrollerOf } from '../presence/page-place.ts';
import { entryOf, siblingsOf } from './entries-on-page.ts';

const THRESHOLD = 4;
/** How far beside its table a row may be held; further out it has nowhere to go. */
const REACH = 32;
/** Near the edge of the page it scrolls along. */
const EDGE = 48;
const SCROLL_STEP = 12;

export interface EntryDrag {
  /** The height on the page of the line where the entry would land; null while nothing moves. */
  onLine(top: number | null): void;
  /** A press that did not move. */
  onClick(): void;
}

/**
 * Follows a press on the grip. Moving drags the entry among its siblings; it lands where the line is, as one change
 * of the shared order. Esc, or a pointer that the system takes away, leaves everything where it was.
 */
export function dragEntry(
  editor: Editor,
  dom: HTMLElement,
  grip: HTMLElement,
  press: PointerEvent,
  drag: EntryDrag,
): void {
  let target: number | null = null;
  let moving = false;
  const stop = new AbortController();
  const { signal } = stop;
  grip.setPointerCapture(press.pointerId);

  const end = (): void => {
    stop.abort();
    dom.classList.remove('is-dragged');
    drag.onLine(null);
  };
  const move = (event: PointerEvent): void => {
    moving ||= Math.abs(event.clientY - press.clientY) > THRESHOLD;
    if (!moving) return;
    dom.classList.add('is-dragged');
    scrollAtEdge(editor, event.clientY);
    const place = dropPlace(editor, dom, event.clientY);
    target = place?.index ?? null;
    drag.onLine(place?.top ?? null);
  };
  const drop = (): void => {
    end();
    if (!moving) drag.onClick();
    const entry = entryOf(editor, dom);
    if (entry !== null && target !== null) editor.commands.moveBlock(entry.pos, target);
  };
  grip.addEventListener('pointermove', move, { signal });
  grip.addEventListener('pointerup', drop, { signal });
  grip.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal, capture: true });
}

/** The index that the entry would have, and the height of the gap; null where it would stay. */
function dropPlace(
  editor: Editor,
  dom: HTMLElement,
  y: number,
): { readonly index: number; readonly top: number } | null {
  const entry = entryOf(editor, dom);
  if (entry === null) return null;
  const siblings = siblingsOf(editor, entry).map(({ dom: element }) => ({
    element,
    box: element.getBoundingClientRect(),
  }));
  const shown = siblings.filter(({ box }) => box.height > 0);
  const isOutside = y < (shown[0]?.box.top ?? 0) - REACH || y > (shown.at(-1)?.box.bottom ?? 0) + REACH;
  // A row fits no other table: each has cells of its own kind.
  if (isOutside && isRow(entry.node)) return null;
  const from = siblings.findIndex(({ element }) => element === dom);
  // Folded blocks and empty lines without a height stay with what stands above them.
  const next = siblings.findIndex(({ box }) => box.height > 0 && box.top + box.height / 2 >= y);
  const place = next < 0 ? siblings.length : next;
  const index = place > from ? place - 1 : place;
  const before = siblings.slice(0, place).findLast(({ box }) => box.height > 0)?.box.bottom ?? shown[0]?.box.top;
  return index === from || before === undefined ? null : { index, top: before };
}

function scrollAtEdge(editor: Editor, y: number): void {
  const scroller = scrollerOf(editor.view.dom);
  const box =
    scroller instanceof HTMLElement ? scroller.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
  if (y < box.top + EDGE) scroller.scrollBy(0, -SCROLL_STEP);
  else if (y > box.bottom - EDGE) scroller.scrollBy(0, SCROLL_STEP);
}
