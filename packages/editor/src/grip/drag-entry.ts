import { isRow } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import type { EditorNotice } from '../api.ts';
import { scrollerOf } from '../presence/page-place.ts';
import { staysInView } from '../row-views/kept-order.ts';
import { dropOnRoadmap } from './drop-on-roadmap.ts';
import { entryOf, siblingsOf } from './entries-on-page.ts';

const THRESHOLD = 4;
/** How far beside its table a row may be held; further out it has nowhere to go. */
const REACH = 32;
/** Near the edge of the page it scrolls along. */
const EDGE = 48;
const SCROLL_STEP = 12;

/** Where an entry would land when it is let go. */
export interface DropPlace {
  /** The height on the page of a line between what stands there. */
  readonly top: number;
  /** What happens there, if it is more than a move. */
  readonly words?: string;
  land(): void;
}

export interface EntryDrag {
  readonly today: IsoDate;
  /** Null where the entry would stay. */
  onPlace(place: DropPlace | null): void;
  /** The grip was let go, or the drag given up. */
  onEnd(): void;
  /** A press that did not move. */
  onClick(): void;
  onNotice(notice: EditorNotice): void;
}

/**
 * Follows a press on the grip. Moving drags the entry among its siblings; it lands where the line is, as one change
 * of the shared order. An upcoming item that lands on the roadmap starts. Esc, or a pointer that the system takes away, leaves everything where it was.
 */
export function dragEntry(
  editor: Editor,
  dom: HTMLElement,
  grip: HTMLElement,
  press: PointerEvent,
  drag: EntryDrag,
): void {
  let target: DropPlace | null = null;
  let moving = false;
  const stop = new AbortController();
  const { signal } = stop;
  grip.setPointerCapture(press.pointerId);

  const end = (): void => {
    stop.abort();
    dom.classList.remove('is-dragged');
    drag.onEnd();
  };
  const move = (event: PointerEvent): void => {
    moving ||= Math.abs(event.clientY - press.clientY) > THRESHOLD;
    if (!moving) return;
    const entry = entryOf(editor, dom);
    if (entry !== null && staysInView(editor.state, entry.pos, drag.onNotice)) {
      end();
      return;
    }
    dom.classList.add('is-dragged');
    scrollAtEdge(editor, event.clientY);
    const onRoadmap = dropOnRoadmap(editor, dom, event.clientY, drag.today);
    target = onRoadmap === undefined ? placeAmongSiblings(editor, dom, event.clientY) : onRoadmap;
    drag.onPlace(target);
  };
  const drop = (): void => {
    end();
    if (!moving) drag.onClick();
    target?.land();
  };
  grip.addEventListener('pointermove', move, { signal });
  grip.addEventListener('pointerup', drop, { signal });
  grip.addEventListener('pointercancel', end, { signal });
  window.addEventListener('keydown', (event) => event.key === 'Escape' && end(), { signal, capture: true });
}

function placeAmongSiblings(editor: Editor, dom: HTMLElement, y: number): DropPlace | null {
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
  if (index === from || before === undefined) return null;
  const land = (): void => {
    const now = entryOf(editor, dom);
    if (now !== null) editor.commands.moveBlock(now.pos, index);
  };
  return { top: before, land };
}

function scrollAtEdge(editor: Editor, y: number): void {
  const scroller = scrollerOf(editor.view.dom);
  const box =
    scroller instanceof HTMLElement ? scroller.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
  if (y < box.top + EDGE) scroller.scrollBy(0, -SCROLL_STEP);
  else if (y > box.bottom - EDGE) scroller.scrollBy(0, SCROLL_STEP);
}
