import './environment/virtual-clock.ts';
import { Broken } from './check.ts';
import { drawIdsFrom, drawIdsFromTheSystem } from './environment/random-ids.ts';
import { virtualClock } from './environment/virtual-clock.ts';
import type { Story } from './story.ts';
import { type Tally, World } from './world.ts';

/** Tells a story to its end. @throws what it broke. */
export async function tell(story: Story): Promise<Tally> {
  virtualClock.start();
  drawIdsFrom(story.seed);
  const uncaught: unknown[] = [];
  const catchIt = (error: unknown): void => void uncaught.push(error);
  process.on('unhandledRejection', catchIt);
  const world = new World(story);
  try {
    await world.open();
    for (const step of story.steps) await world.step(step);
    await world.heal();
    await world.checkAccounts();
    if (uncaught.length > 0) throw uncaught[0];
    return world.tally;
  } finally {
    await world.end().catch(() => {});
    process.off('unhandledRejection', catchIt);
    drawIdsFromTheSystem();
    virtualClock.stop();
  }
}

/**
 * Takes steps out of a failing story, in ever smaller portions, as long as it still fails in some way.
 * @param attempts how many stories may be told for it.
 */
export async function shorten(story: Story, attempts: number): Promise<Story> {
  let failing = story;
  let left = attempts;
  for (let portion = story.steps.length >> 1; portion > 0 && left > 0; portion >>= 1) {
    for (let at = failing.steps.length - portion; at >= 0 && left > 0; at -= portion) {
      const shorter = { ...failing, steps: failing.steps.toSpliced(at, portion) };
      left--;
      if (await fails(shorter)) failing = shorter;
    }
  }
  return failing;
}

async function fails(story: Story): Promise<boolean> {
  try {
    await tell(story);
    return false;
  } catch {
    return true;
  }
}

export function describeFailure(error: unknown): string {
  return error instanceof Broken
    ? error.message
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);
}
