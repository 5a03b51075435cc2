import type { Steps } from '@duet/blocks';

/** How long one turn may take. A frame of a page is 16 ms. */
const TURN_MS = 8;

/**
 * Drives steps to their end and lets everything else that waits for this thread go in between.
 * @param first milliseconds of the first turn: longer where somebody waits for the end of it before they go on.
 */
export async function inTurns<T>(steps: Steps<T>, first = TURN_MS): Promise<T> {
  for (let turn = first; ; turn = TURN_MS) {
    const end = performance.now() + turn;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}
