import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';
import { scrollerOf } from './page-place.ts';

/**
 * The line with one's own caret stays where it is on the screen when others make the notes above it longer or shorter.
 *
 * Browsers keep in place what stands at the top of the window, so a row that somebody adds below that and above the caret
 * would push away the line that one types in. The line is measured before the first change of others since the last frame,
 * and again if the notes have another height in the next one: a ResizeObserver tells of it after the layout and before
 * anything is painted, so that nothing is laid out twice and nobody sees it move. What somebody scrolls by hand meanwhile
 * is left to them.
 */
export function calmCaret(doc: Y.Doc): Extension {
  return Extension.create({
    name: 'calmCaret',
    addProseMirrorPlugins: () => {
      let before: Line | null = null;
      return [
        new Plugin({
          state: {
            init: () => null,
            apply: (tr) => {
              // One's own doing moves the caret on purpose.
              const isOwn = tr.getMeta(ySyncPluginKey)?.isChangeOrigin !== true;
              if (isOwn && (tr.docChanged || tr.selectionSet)) before = null;
              return null;
            },
          },
          view: (view) => {
            const measure = ({ local }: Y.Transaction): void => {
              if (local || (before !== null && before.frame === null)) return;
              const top = lineInSight(view);
              before = top === null ? null : awaitFrame(top + scrolled(view), view);
            };
            const observer = new ResizeObserver(() => {
              const was = before;
              before = null;
              if (was?.frame !== frameNow()) return;
              const off = caretLine(view).top - (was.place - was.scrolled);
              if (off !== 0) scrollerOf(view.dom).scrollBy(0, off);
            });
            observer.observe(view.dom);
            doc.on('beforeTransaction', measure);
            return {
              destroy: () => {
                observer.disconnect();
                doc.off('beforeTransaction', measure);
              },
            };
          },
        }),
      ];
    },
  });
}

/** The line with one's own caret before others' changes. */
interface Line {
  /** In pixels, in the page as it scrolls. */
  readonly place: number;
  /** The frame that draws the changes, and where the page is scrolled to as it begins; null until then. */
  frame: number | null;
  scrolled: number;
}

function awaitFrame(place: number, view: EditorView): Line {
  const line: Line = { place, frame: null, scrolled: 0 };
  // Before the layout, in which the browser scrolls to keep in place what it takes for the reader's.
  requestAnimationFrame(() => {
    line.frame = frameNow();
    line.scrolled = scrolled(view);
  });
  return line;
}

/** The same number from the start of a frame until it is painted. */
const frameNow = (): number => Number(document.timeline.currentTime);

function scrolled(view: EditorView): number {
  const scroller = scrollerOf(view.dom);
  return scroller instanceof HTMLElement ? scroller.scrollTop : scroller.scrollY;
}

/** In pixels from the top of the window. */
function caretLine(view: EditorView): { readonly top: number; readonly bottom: number } {
  return view.coordsAtPos(view.state.selection.head);
}

/** The top of the line with one's own caret; null where that is not to be seen. */
export function lineInSight(view: EditorView): number | null {
  if (!view.hasFocus()) return null;
  const { top, bottom } = caretLine(view);
  const scroller = scrollerOf(view.dom);
  const page = scroller instanceof HTMLElement ? scroller.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  return bottom > page.top && top < page.bottom ? top : null;
}
