import { describe, it } from 'vitest';
import { runSimulation } from './testing.ts';

const STEPS = 400;
/** 374472714 once lost a committed word: deletions of text of one turn were applied together with its insertions. */
const SEEDS = [374_472_714, ...Array.from({ length: 40 }, (_, index) => 5_000 + index)];

/** The same worlds each time; `npm run simulate` looks for new ones, with real editors. */
describe('a world that fails', () => {
  it.each(SEEDS)('[G1] [G2] [G12] [G14] [G16] keeps its promises: seed %i', (seed) =>
    runSimulation({ seed, steps: STEPS }).then(() => {}),
  );
});
