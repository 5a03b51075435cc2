import { describe, expect, test } from 'vitest';
import { bestFirst, fit } from './match.ts';

const found = (query: string, ...words: string[]): readonly string[] =>
  bestFirst(
    words.map((each) => ({ words: each })),
    query,
  ).map((item) => item.words);

describe('finding by typing', () => {
  test('every typed word begins a word, in any order', () => {
    expect(found('ris add', 'Add risk', 'Add row', 'Crisis')).toEqual(['Add risk']);
  });

  test('what begins with it comes first, then what has it in one piece', () => {
    expect(found('go to', 'Wango topaz', 'To go', 'Let us go to it', 'Go to risks')).toEqual([
      'Go to risks',
      'Let us go to it',
      'To go',
    ]);
  });

  test('accents, case and signs don’t matter; nothing typed finds everything in its order', () => {
    expect(found('facade', 'Façade (new)')).toEqual(['Façade (new)']);
    expect(found(' ', 'b', 'a')).toEqual(['b', 'a']);
  });

  test('what it is about finds it too, after its own words', () => {
    const risk = { words: 'Ship the catalogue', also: 'wen' };
    expect(fit(risk, 'wen')).toBeGreaterThan(0);
    expect(fit(risk, 'ship wen')).toBeLessThan(fit(risk, 'ship the'));
    expect(fit(risk, 'tomas')).toBe(0);
  });
});
