import '../environment/all.ts';
import { Random } from '@duet/sync/testing';
import { letterOf } from '../letters.ts';
import { duetPair } from './duet-pair.ts';
import type { Pair } from './pair.ts';
import { type Scenario, scenarios, type Typed } from './scenarios.ts';
import { starterKitPair } from './starter-kit-pair.ts';

const WORD_LETTERS = 3;

/** Of how many typed words what became. */
export interface Share {
  readonly typed: number;
  readonly inDocument: number;
  /** Neither in the document nor on the rescue list. */
  readonly absent: number;
}

export interface Measured {
  readonly title: string;
  readonly duet: Share;
  readonly starterKit: Share;
}

export async function measure(runs: number, seed: number, progress: (title: string) => void): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const scenario of scenarios) {
    progress(scenario.title);
    const duet = await measureDuet(scenario, runs, seed);
    measured.push({ title: scenario.title, duet, starterKit: await share(scenario, runs, seed, starterKitPair) });
  }
  return measured;
}

export function measureDuet(scenario: Scenario, runs: number, seed: number): Promise<Share> {
  return share(scenario, runs, seed, (random) => duetPair(() => random));
}

async function share(
  scenario: Scenario,
  runs: number,
  seed: number,
  open: (random: Random) => Promise<Pair>,
): Promise<Share> {
  const total = { typed: 0, inDocument: 0, absent: 0 };
  for (let run = 0; run < runs; run++) {
    const random = new Random(seed + run);
    const pair = await open(random);
    try {
      const { words, typed } = typist(random);
      await scenario.run(pair, typed);
      const { document, rescued } = await pair.settle();
      for (const word of words) {
        total.typed++;
        if (holds(document, word)) total.inDocument++;
        if (!holds(document + rescued, word)) total.absent++;
      }
    } finally {
      await pair.close();
    }
  }
  return total;
}

/** Letters of two people may fall between each other; a word is there when all of its letters are. */
function holds(text: string, word: string): boolean {
  return [...word].every((letter) => text.includes(letter));
}

function typist(random: Random): { readonly words: readonly string[]; readonly typed: Typed } {
  const words: string[] = [];
  const typed: Typed = (hands, text) => {
    const word = Array.from({ length: WORD_LETTERS }, (_, at) => letterOf(0, words.length * WORD_LETTERS + at)).join(
      '',
    );
    words.push(word);
    hands.caretAt(text, random.below(text.length + 1));
    hands.type(word);
  };
  return { words, typed };
}

export function asMarkdown(measured: readonly Measured[]): string {
  const percent = (part: number, { typed }: Share): string => `${Math.round((100 * part) / typed)} %`;
  const lines = measured.map(({ title, duet, starterKit }) => [
    title,
    percent(duet.inDocument, duet),
    percent(duet.typed - duet.inDocument - duet.absent, duet),
    percent(duet.absent, duet),
    percent(starterKit.inDocument, starterKit),
    percent(starterKit.absent, starterKit),
  ]);
  const head = ['a block is …', 'Duet: in the document', 'Duet: on the rescue list', 'Duet: lost'];
  return [[...head, 'StarterKit: in the document', 'StarterKit: lost'], Array<string>(6).fill('---'), ...lines]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
