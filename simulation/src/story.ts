import { Random } from '@duet/sync/testing';

/** What can happen, and how often beside the others. */
const WEIGHTS = {
  type: 320,
  press: 110,
  command: 70,
  deleteSelection: 25,
  paste: 15,
  undo: 35,
  redo: 10,
  deliver: 520,
  wait: 60,
  cut: 25,
  partition: 10,
  rejoin: 60,
  repeat: 15,
  reload: 6,
  allLeave: 10,
  demote: 8,
  promote: 60,
  finalize: 5,
  reopen: 40,
  breakDisk: 10,
  crash: 20,
  outsider: 50,
} as const;

/** In some stories the server hardly lives: so often as much goes wrong with it there. */
const RESTLESS = 5;

type Deed = keyof typeof WEIGHTS;

/**
 * One thing that happens. All chance in it comes from its own seed, so a step does the same thing, as far as it still
 * can, when others are taken out of the story.
 */
export interface Step {
  readonly does: Deed;
  /** Which of the people; counted round. */
  readonly who: number;
  readonly chance: number;
  /** How far promises come before the next step. */
  readonly turns: number;
  /** How far the clock moves afterwards, in milliseconds. */
  readonly pause: number;
}

export interface Story {
  readonly seed: number;
  readonly people: number;
  /** How many of them, the last ones, have a stock client instead of our page's. */
  readonly stock: number;
  readonly outsider: Outsider;
  readonly steps: readonly Step[];
}

/** Somebody whose edits must never be taken. */
export type Outsider = 'follower' | 'old-schema' | 'no-schema';

export function writeStory(seed: number, length: number): Story {
  const random = new Random(seed);
  const deeds = deedsOf(random.chance(0.5));
  const people = 2 + random.below(3);
  const outsider = (['follower', 'old-schema', 'no-schema'] as const)[random.below(3)] ?? 'follower';
  const steps = Array.from(
    { length },
    (): Step => ({
      does: deeds[random.below(deeds.length)] ?? 'wait',
      who: random.below(people),
      chance: random.below(2 ** 32),
      turns: random.below(4),
      pause: random.chance(0.3) ? random.below(400) : 0,
    }),
  );
  const stock = random.chance(0.4) ? 1 + random.below(people - 1) : 0;
  return { seed, people, stock, outsider, steps };
}

/** Each deed as often as it weighs. */
function deedsOf(restless: boolean): readonly Deed[] {
  return (Object.keys(WEIGHTS) as Deed[]).flatMap((deed) => {
    const oftener = restless && (deed === 'crash' || deed === 'breakDisk') ? RESTLESS : 1;
    return Array<Deed>(WEIGHTS[deed] * oftener).fill(deed);
  });
}
