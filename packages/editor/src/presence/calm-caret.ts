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
 * would push away the line that one types in. The line is measured before a change of others is drawn, and again if the
 * notes have another height by then: a ResizeObserver tells of it after the layout and before anything is painted, so that
 * nothing is laid out twice and nobody sees it move.
 */
export function calmCaret(doc: Y.Doc): Extension {
  return Extension.create({
    name: 'calmCaret',
    addProseMirrorPlugins: () => {
      let before: { readonly top: number; readonly frame: number } | null = null;
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
              if (local || before?.frame === frameNow()) return;
              const top = lineInSight(view);
              before = top === null ? null : { top, frame: frameNow() };
            };
            const observer = new ResizeObserver(() => {
              const was = before;
              before = null;
              if (was === null || was.frame !== frameNow()) return;
              const { top } = caretLine(view);
              if (top !== was.top) scrollerOf(view.dom).scrollBy(0, top - was.top);
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

/** The same number from the start of a frame until it is painted: others' changes come in between. */
const frameNow = (): number => Number(document.timeline.currentTime);

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
