import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import type { Place } from '../api.ts';
import { sectionAt } from '../sections/section-map.ts';
import { lineInSight } from './calm-caret.ts';
import { placeAtTop, scrollerOf } from './page-place.ts';

const LEAST_MS = 150;

/**
 * Tells everybody, through awareness, which section this person's caret is in (`section`, the heading's id) and what
 * stands at the top of their page (`place`): a block and how far it is scrolled off, so that another window size shows the same,
 * and whether they have their caret in sight.
 */
export function ownPlace(awareness: Awareness): Extension {
  return Extension.create({
    name: 'ownPlace',
    addProseMirrorPlugins: () => [
      new Plugin({
        view: (view) => {
          const reporter = new PlaceReporter(view, awareness);
          return { update: () => reporter.schedule(), destroy: () => reporter.destroy() };
        },
      }),
    ],
  });
}

class PlaceReporter {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #scroller: HTMLElement | Window | null = null;

  constructor(view: EditorView, awareness: Awareness) {
    this.#view = view;
    this.#awareness = awareness;
    this.schedule();
  }

  readonly schedule = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#watchScroller();
      this.#report();
    }, LEAST_MS);
  };

  destroy(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#scroller?.removeEventListener('scroll', this.schedule);
    this.#awareness.setLocalStateField('section', null);
    this.#awareness.setLocalStateField('place', null);
  }

  /** The page scrolls, not the editor, and it is there only once the editor stands in it. */
  #watchScroller(): void {
    if (this.#scroller !== null) return;
    this.#scroller = scrollerOf(this.#view.dom);
    this.#scroller.addEventListener('scroll', this.schedule, { passive: true });
  }

  #report(): void {
    const state = this.#awareness.getLocalState();
    if (state === null) return;
    const section = sectionOfCaret(this.#view);
    if (state.section !== section) this.#awareness.setLocalStateField('section', section);
    const top = placeAtTop(this.#view);
    const place = top && { ...top, seesCaret: lineInSight(this.#view) !== null };
    if (!samePlace(state.place as Place | null | undefined, place)) this.#awareness.setLocalStateField('place', place);
  }
}

function sectionOfCaret(view: EditorView): string | null {
  if (!view.hasFocus()) return null;
  const { from } = view.state.selection;
  return sectionAt(view.state.doc, from)?.heading.node.attrs.id ?? null;
}

function samePlace(a: Place | null | undefined, b: Place | null): boolean {
  return (
    a?.blockId === b?.blockId && a?.seesCaret === b?.seesCaret && Math.abs((a?.offset ?? 0) - (b?.offset ?? 0)) < 4
  );
}
