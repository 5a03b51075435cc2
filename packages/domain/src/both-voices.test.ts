import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_VOICES, type SectionVoices, silenceInWords, silentSide } from './both-voices.ts';

const side = fc.record({ edits: fc.nat(20), noObjection: fc.boolean() });
const voices = fc.record({ product: side, engineering: side });
const said = (product: number, engineering: number): SectionVoices => ({
  product: { edits: product, noObjection: false },
  engineering: { edits: engineering, noObjection: false },
});

test('[M25] a section that one side alone has touched says whose word is missing', () => {
  expect(silenceInWords(said(3, 0))).toBe('Engineering: nothing yet');
  expect(silenceInWords(said(0, 1))).toBe('Product: nothing yet');
});

test('[M25] nobody is missing where both spoke or nobody did', () => {
  expect(silenceInWords(said(11, 7))).toBeNull();
  expect(silenceInWords(NO_VOICES)).toBeNull();
});

test('[M25] “No objection” is a word', () => {
  expect(silenceInWords({ ...said(3, 0), engineering: { edits: 0, noObjection: true } })).toBeNull();
});

test('[M25] the missing side is one that wrote nothing where the other one wrote, and one word of it is enough', () => {
  fc.assert(
    fc.property(voices, (of) => {
      const silent = silentSide(of);
      if (silent === null) return;
      const other = silent === 'product' ? 'engineering' : 'product';
      expect(of[silent].edits).toBe(0);
      expect(of[other].edits).toBeGreaterThan(0);
      expect(silentSide({ ...of, [silent]: { edits: 1, noObjection: false } })).toBeNull();
      expect(silentSide({ ...of, [silent]: { edits: 0, noObjection: true } })).toBeNull();
    }),
  );
});
