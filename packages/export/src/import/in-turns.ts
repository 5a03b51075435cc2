import type { Steps } from '@duet/blocks';

/** How long one turn may take. A frame of a page is 16 ms. */
const TURN_MS = 8;

/** Drives steps to their end and lets everything else that waits for this thread go in between. */
export async function inTurns<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const end = performance.now() + TURN_MS;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}
