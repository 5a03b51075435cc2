import './environment/all.ts';
import { Broken } from './check.ts';
import { drawIdsFrom, drawIdsFromTheSystem } from './environment/random-ids.ts';
import { virtualClock } from './environment/virtual-clock.ts';
import type { Step, Story } from './story.ts';
import { type Tally, World } from './world.ts';

/** Tells a story to its end. @param look called after each step. @throws what it broke. */
export async function tell(story: Story, look: (step: Step, world: World) => void = () => {}): Promise<Tally> {
  virtualClock.start();
  drawIdsFrom(story.seed);
  const uncaught: unknown[] = [];
  const catchIt = (error: unknown): void => void uncaught.push(error);
  process.on('unhandledRejection', catchIt);
  const world = new World(story);
  try {
    await world.open();
    for (const step of story.steps) {
      await world.step(step);
      look(step, world);
    }
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
 * Takes steps out of a failing story, in ever smaller portions, as long as it breaks the same promise.
 * @param attempts how many stories may be told for it.
 */
export async function shorten(story: Story, attempts: number): Promise<Story> {
  const wanted = promiseOf(await failureOf(story));
  let failing = story;
  let left = attempts;
  for (let portion = story.steps.length >> 1; portion > 0 && left > 0; ) {
    const { length } = failing.steps;
    for (let at = length - portion; at > -portion && left > 0; at -= portion) {
      const shorter = { ...failing, steps: failing.steps.toSpliced(Math.max(0, at), portion) };
      left--;
      if (promiseOf(await failureOf(shorter)) === wanted) failing = shorter;
    }
    if (portion === 1 && failing.steps.length === length) break;
    portion = Math.max(1, portion >> 1);
  }
  return failing;
}

/** What a story broke, or null when it went well. */
export async function failureOf(story: Story): Promise<string | null> {
  try {
    await tell(story);
    return null;
  } catch (error) {
    if (error instanceof Broken) return error.message;
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

/** Other letters, people and places may meet the same fate. */
function promiseOf(failure: string | null): string | null {
  return failure?.split('\n', 1)[0]?.replaceAll(/[\u4e00-\u9fff]|p?\d+/g, '') ?? null;
}
