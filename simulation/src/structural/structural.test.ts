import '../environment/all.ts';
import { expect, it } from 'vitest';
import { measureDuet } from './measure.ts';
import { scenarios } from './scenarios.ts';

it.each(scenarios)('[G12] [M19] no word is lost while a block is $title', async (scenario) => {
  const { typed, absent } = await measureDuet(scenario, 4, 1);
  expect(typed).toBeGreaterThan(0);
  expect(absent).toBe(0);
});
