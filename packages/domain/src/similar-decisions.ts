/** A decision of the series' log, as far as comparing takes it. */
export interface LoggedDecision {
  readonly id: string;
  readonly text: string;
}

export interface SimilarDecision<D extends LoggedDecision> {
  readonly decision: D;
  /** Above 0, at most 1. */
  readonly likeness: number;
}

const LEAST_LIKENESS = 0.35;
const LEAST_SHARED_WORDS = 2;
const MOST_SHOWN = 5;

const COMMON = new Set(
  (
    'the and for with that this from into will would should shall not but are was were has have had its our their ' +
    'his her they them you your can could may might must also then than when what which who why how about over only ' +
    'one two all any each both more most some such use make decide decided decision pending'
  ).split(' '),
);

/**
 * [M36] The logged decisions that a text resembles, most alike first, at most five.
 *
 * The likeness is the share of the words in common (Dice), where a word weighs more the fewer decisions hold it
 * (inverse document frequency): "Salesforce" tells more than "version". Word ends are cut, so that "migrating" meets
 * "migrate". This is on purpose no language model: it runs while somebody types, in the page, and can be foreseen.
 */
export function similarDecisions<D extends LoggedDecision>(
  text: string,
  log: readonly D[],
): readonly SimilarDecision<D>[] {
  const typed = stemsOf(text);
  const logged = log.map((decision) => ({ decision, stems: stemsOf(decision.text) }));
  const weight = weigher(logged.map(({ stems }) => stems));
  const mass = (stems: Iterable<string>): number => [...stems].reduce((sum, stem) => sum + weight(stem), 0);
  return logged
    .flatMap(({ decision, stems }) => {
      const shared = [...typed].filter((stem) => stems.has(stem));
      if (shared.length < LEAST_SHARED_WORDS) return [];
      return [{ decision, likeness: (2 * mass(shared)) / (mass(typed) + mass(stems)) }];
    })
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_SHOWN);
}

function weigher(texts: readonly ReadonlySet<string>[]): (stem: string) => number {
  const holding = new Map<string, number>();
  for (const stems of texts) for (const stem of stems) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  return (stem) => Math.log(1 + (texts.length + 1) / ((holding.get(stem) ?? 0) + 1));
}

function stemsOf(text: string): ReadonlySet<string> {
  const words = text
    .toLowerCase()
    .normalize('NFKD')
    .match(/[\p{L}\p{N}]+/gu);
  return new Set((words ?? []).filter((word) => word.length > 1 && !COMMON.has(word)).map(stem));
}

/** Cuts common English endings off; what stays has at least three letters. Good enough to compare, not to read. */
function stem(word: string): string {
  return word.replace(/(?<=\p{L}{3})(?:ations?|ing|ions?|ed|es|e|s)$/u, '');
}
