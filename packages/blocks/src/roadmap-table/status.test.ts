import { HEALTH, PROGRESS, statusTone, statusWords } from '@duet/domain';
import { expect, test } from 'vitest';
import { STATUSES } from './status.ts';

test('[M3] every pair of progress and health has words, and fill only where somebody must act', () => {
  for (const progress of PROGRESS) {
    for (const health of [...HEALTH, null]) {
      const status = { progress, health };
      expect(statusWords(status)).toMatch(/^[A-Z]/);
      if (progress === 'shipped') expect(statusTone(status)).toBe('good');
    }
  }
  expect(statusTone({ progress: 'not-started', health: null })).toBe('plain');
  expect(statusTone({ progress: 'in-progress', health: 'delayed' })).toBe('warn');
  expect(statusTone({ progress: 'not-started', health: 'reprioritized' })).toBe('bad');
});

test('[M3] the list offers each status once, six of them by a digit', () => {
  const words = STATUSES.map(statusWords);
  expect(new Set(words).size).toBe(words.length);
  expect(STATUSES.flatMap(({ digit }) => digit ?? [])).toEqual([1, 2, 3, 4, 5, 6]);
});
