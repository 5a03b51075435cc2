import type { Pace } from './batch-remote-edits.ts';

/** Of the time that is there, taking over what others type gets a third; the rest is for drawing it, and one's own keys. */
const SHARE = 1 / 3;
/** So much of it may be taken ahead: a single edit never waits. */
const AHEAD_MS = 15;
/** The longest that somebody waits for what others typed, however slow this machine is. */
const LONGEST_MS = 250;

interface Asked {
  readonly callback: () => void;
  readonly earliest: number;
  /** When it is called at the latest. */
  readonly latest: number;
}

/**
 * At once, so that the next frame shows it, but after the frame that draws a key of one's own. What it takes is paid
 * back by waiting: others' typing may become coarse, one's own never.
 */
export class TypingPace implements Pace {
  #asked: Asked | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #keyIsDue = false;
  /** When what was taken is paid back. */
  #paidAt = 0;

  constructor() {
    document.addEventListener('keydown', this.#onKey, { capture: true });
  }

  destroy(): void {
    document.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  ask(callback: () => void, notBefore = 0): () => void {
    const now = performance.now();
    this.#asked = { callback, earliest: now + notBefore, latest: this.#asked?.latest ?? now + LONGEST_MS };
    this.#schedule();
    return () => {
      this.#asked = null;
      clearTimeout(this.#timer);
    };
  }

  #schedule(): void {
    if (this.#asked === null) return;
    const { earliest, latest } = this.#asked;
    const ready = this.#keyIsDue ? latest : Math.max(this.#paidAt - AHEAD_MS / SHARE, earliest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#run, Math.max(0, Math.min(ready, latest) - performance.now()));
  }

  readonly #run = (): void => {
    const asked = this.#asked;
    this.#asked = null;
    const start = performance.now();
    asked?.callback();
    this.#paidAt = Math.max(this.#paidAt, start) + (performance.now() - start) / SHARE;
  };

  readonly #onKey = (): void => {
    if (this.#keyIsDue) return;
    this.#keyIsDue = true;
    // A task that is asked for in a frame runs once that frame is drawn. A hidden page draws none.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.#keyIsDue = false;
        this.#schedule();
      }),
    );
    this.#schedule();
  };
}
