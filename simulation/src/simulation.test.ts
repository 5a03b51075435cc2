import './environment/all.ts';
import { describe, expect, it } from 'vitest';
import { pinned } from './pinned.ts';
import { writeStory } from './story.ts';
import { tell } from './tell.ts';
import type { Tally } from './world.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => 1000 + index);
const STEPS = 250;

describe('a meeting in a world that fails', () => {
  it.each(pinned)('[G1] [G12] no longer loses $lost', async ({ story }) => {
    await tell(story);
  });

  it('[G1] [G2] [G6] [G8] [G12] [G13] [G14] [G16] keeps its promises, with real editors, provider and server', async () => {
    const total: Partial<Record<keyof Tally, number>> = {};
    for (const seed of SEEDS) {
      const tally = await tell(writeStory(seed, STEPS)).catch((error: unknown) => {
        throw new Error(`npm run simulate -- --seed ${seed} shows it`, { cause: error });
      });
      for (const [name, count] of Object.entries(tally)) {
        const key = name as keyof Tally;
        total[key] = (total[key] ?? 0) + count;
      }
    }
    // The stories were worth telling: everything that can happen did.
    for (const [name, count] of Object.entries(total)) expect([name, count > 0]).toEqual([name, true]);
  }, 120_000);

  it('tells one seed in one way', async () => {
    const story = writeStory(7, 120);
    expect(await tell(story)).toEqual(await tell(story));
  });
});
