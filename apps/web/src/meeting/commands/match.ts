/** What can be found by typing. */
export interface Findable {
  readonly words: string;
  /** Found too, but after what has it in its words. */
  readonly also?: string;
}

/**
 * How well something fits what was typed: 0 not at all, more is better. Every typed word has to begin a word of it; the words in one
 * piece, at the very start, fit best.
 */
export function fit({ words, also = '' }: Findable, query: string): number {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return 1;
  const own = wordsOf(words);
  if (!beginWordsOf(wanted, [...own, ...wordsOf(also)])) return 0;
  const inOrder = own.join(' ');
  const phrase = wanted.join(' ');
  if (inOrder.startsWith(phrase)) return 4;
  if (` ${inOrder}`.includes(` ${phrase}`)) return 3;
  return beginWordsOf(wanted, own) ? 2 : 1;
}

/** The best first; of equal ones the order stays. */
export function bestFirst<T extends Findable>(all: readonly T[], query: string): readonly T[] {
  return all
    .map((item) => ({ item, fits: fit(item, query) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ item }) => item);
}

const beginWordsOf = (wanted: readonly string[], words: readonly string[]): boolean =>
  wanted.every((one) => words.some((word) => word.startsWith(one)));

/** Without accents and case, so that "facade" finds "Façade". */
function wordsOf(text: string): readonly string[] {
  const bare = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return bare.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
