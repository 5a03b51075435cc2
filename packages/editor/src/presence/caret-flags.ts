import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { type FlagPlace, type FlagSurroundings, placeFlag } from './flag-placement.ts';
import { aroundCaret, textAround } from './flag-surroundings.ts';

const IDLE_MS = 2_000;
/** A name that comes to its place this late nobody notices; measuring in each frame everybody would. */
const BETWEEN_MS = 100;
const PLACES: readonly FlagPlace[] = ['right', 'below', 'below-end', 'above'];

/**
 * Puts the names of others beside their carets, measured now and then after something moved, and lets those that can
 * only stand over text shrink to a dot while their owner pauses.
 */
export const CaretFlags = Extension.create({
  name: 'caretFlags',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const flags = new Flags(view);
        return { update: () => flags.schedule(), destroy: () => flags.destroy() };
      },
    }),
  ],
});

class Flags {
  readonly #view: EditorView;
  readonly #idle = new Map<HTMLElement, ReturnType<typeof setTimeout>>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isDue = false;
  #placedAt = Number.NEGATIVE_INFINITY;

  constructor(view: EditorView) {
    this.#view = view;
  }

  /** With what is drawn just now, where the time has come, so that no frame is drawn for names alone. */
  schedule(): void {
    const wait = this.#placedAt + BETWEEN_MS - performance.now();
    if (wait <= 0) this.#placeNow();
    else this.#timer ??= setTimeout(() => this.#placeNow(), wait);
  }

  destroy(): void {
    clearTimeout(this.#timer);
    for (const timer of this.#idle.values()) clearTimeout(timer);
  }

  #placeNow(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    // The other plugins draw first.
    queueMicrotask(() => {
      this.#isDue = false;
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#placedAt = performance.now();
      if (!this.#view.isDestroyed) this.#place();
    });
  }

  /** Reads all boxes first, then writes all classes: one layout for any number of carets. */
  #place(): void {
    const carets = [...this.#view.dom.querySelectorAll<HTMLElement>('.caret')].filter(isDrawn);
    const places = carets.map((caret) => ({ caret, place: placeFlag(aroundFlag(caret)), spot: spotOf(caret) }));
    for (const { caret, place, spot } of places) {
      for (const each of PLACES) caret.classList.toggle(`caret--${each}`, each === place);
      if (caret.dataset.spot === spot) continue;
      caret.dataset.spot = spot;
      this.#wake(caret);
    }
    for (const caret of this.#idle.keys()) if (!caret.isConnected) this.#idle.delete(caret);
  }

  #wake(caret: HTMLElement): void {
    caret.classList.remove('is-idle');
    clearTimeout(this.#idle.get(caret));
    this.#idle.set(
      caret,
      setTimeout(() => caret.classList.add('is-idle'), IDLE_MS),
    );
  }
}

/** Not far off the screen, where measuring would lay out what need not be. */
function isDrawn(caret: HTMLElement): boolean {
  return caret.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

/** Changes when the caret moved. */
function spotOf(caret: HTMLElement): string {
  return `${caret.offsetLeft} ${caret.offsetTop}`;
}

function aroundFlag(caret: HTMLElement): FlagSurroundings {
  const text = textAround(caret.parentElement) ?? caret;
  const after = document.createRange();
  after.setStartAfter(caret);
  after.setEnd(text, text.childNodes.length);
  return aroundCaret(text, caret.getBoundingClientRect(), after, caret.firstElementChild);
}
