import type { Pace } from './batch-remote-edits.ts';

/** Of the time that is there, others' typing gets a third; the rest is for one's own keys. */
const REST = 2;
/** The longest that somebody waits for what others typed, however slow this machine is. */
const LONGEST_MS = 250;

/**
 * In the next frame that draws no key of one's own. What taking over costs, with the drawing that follows, the next
 * one waits in proportion: others' typing may become coarse, one's own never.
 */
export class FramePace implements Pace {
  #rest = 0;
  #readyAt = 0;
  #keyIsDue = false;

  constructor() {
    document.addEventListener('keydown', this.#onKey, { capture: true });
  }

  destroy(): void {
    document.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  ask(callback: () => void): () => void {
    const wait = Math.max(0, this.#readyAt - performance.now());
    const latest = performance.now() + wait + LONGEST_MS;
    let frame = 0;
    const onFrame = (): void => {
      // A key that waits for this very frame goes first; somebody who types without a pause does not hold up others.
      if (this.#keyIsDue && performance.now() < latest) {
        this.#keyIsDue = false;
        frame = requestAnimationFrame(onFrame);
        return;
      }
      this.#keyIsDue = false;
      this.#timed(callback);
    };
    const request = (): void => {
      frame = requestAnimationFrame(onFrame);
    };
    const timer = wait > 0 ? setTimeout(request, wait) : undefined;
    if (wait === 0) request();
    // A hidden page draws no frames, and one that is hidden meanwhile no longer does.
    const fallback = setTimeout(() => this.#timed(callback), wait + 2 * LONGEST_MS);
    return () => {
      clearTimeout(timer);
      clearTimeout(fallback);
      cancelAnimationFrame(frame);
    };
  }

  #timed(callback: () => void): void {
    const start = performance.now();
    callback();
    // A task that is asked for in a frame runs once that frame is drawn.
    setTimeout(() => {
      const end = performance.now();
      this.#rest = Math.min(LONGEST_MS, (end - start) * REST);
      this.#readyAt = end + this.#rest;
    });
  }

  readonly #onKey = (): void => {
    this.#keyIsDue = true;
  };
}
