import './environment/all.ts';
import { runSimulation } from '@duet/sync/testing';
import { realNow } from './environment/virtual-clock.ts';
import { writeStory } from './story.ts';
import { asMarkdown, measure } from './structural/measure.ts';
import { failureOf, shorten, tell } from './tell.ts';

/**
 * `--minutes 10` tells stories for so long, `--seed N` from that seed on, `--steps N` so long ones.
 * `--bare` tells those of @duet/sync: the wire and the server alone, without editors, and many more of them.
 * `--structural` measures what becomes of words while somebody changes the shape of their block, in Markdown.
 */

const DEFAULT_STEPS = { editors: 250, bare: 400 };
const SHORTEN_ATTEMPTS = 400;
const PROGRESS_MS = 10_000;
const STRUCTURAL_RUNS = 100;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function option(name: string): number | null {
  const at = process.argv.indexOf(`--${name}`);
  if (at < 0) return null;
  const value = Number(process.argv[at + 1]);
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} wants a number`);
  return value;
}

async function structural(): Promise<void> {
  const runs = option('runs') ?? STRUCTURAL_RUNS;
  const measured = await measure(runs, option('seed') ?? 1, (title) => process.stderr.write(`… ${title}\n`));
  say(asMarkdown(measured));
}

interface Teller {
  tell(seed: number, steps: number): Promise<object>;
  /** Says what was broken, and how. */
  explain(seed: number, steps: number, error: unknown): Promise<void>;
}

const withEditors: Teller = {
  tell: (seed, steps) => tell(writeStory(seed, steps)),
  explain: (seed, steps) => explain(seed, steps),
};

const bare: Teller = {
  tell: (seed, steps) => runSimulation({ seed, steps }),
  async explain(_seed, _steps, error) {
    if (!(error instanceof Error)) throw error;
    say(error.message);
    say(String(error.cause));
  },
};

/** @returns whether all promises were kept. */
async function stories(teller: Teller, defaultSteps: number): Promise<boolean> {
  const minutes = option('minutes') ?? 1;
  const first = option('seed') ?? Math.floor(Math.random() * 1e9);
  const steps = option('steps') ?? defaultSteps;
  const start = realNow();
  const end = start + minutes * 60_000;
  const sum: Record<string, number> = {};
  let seed = first;
  let said = start;
  const figures = (): string => {
    const seconds = Math.round((realNow() - start) / 1000);
    return `${seed - first} stories in ${seconds} s, seeds ${first} to ${seed - 1}: ${Object.entries(sum)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`;
  };
  say(`Stories of ${steps} steps, from seed ${first}, for ${minutes} min.`);
  for (; realNow() < end; seed++) {
    try {
      add(sum, await teller.tell(seed, steps));
    } catch (error) {
      await teller.explain(seed, steps, error);
      return false;
    }
    if (realNow() - said > PROGRESS_MS) {
      said = realNow();
      say(`  … ${figures()}`);
    }
  }
  say(`All promises kept. ${figures()}`);
  return true;
}

async function explain(seed: number, steps: number): Promise<void> {
  const story = writeStory(seed, steps);
  say(`Seed ${seed} with ${steps} steps: ${await failureOf(story)}`);
  say('Looking for the shortest story of it that fails …');
  const short = await shorten(story, SHORTEN_ATTEMPTS);
  const failure = await failureOf(short);
  say(`${short.steps.length} steps are enough: ${failure}`);
  say(JSON.stringify(short));
  const letter = failure?.match(/[\u4e00-\u9fff]/)?.[0];
  if (letter === undefined) return;
  await tell(short, (step, world) => say(`${step.does} by ${step.who} | ${world.whereabouts(letter)}`)).catch(() => {});
}

function add(sum: Record<string, number>, tally: object): void {
  for (const [name, count] of Object.entries(tally)) sum[name] = (sum[name] ?? 0) + count;
}

async function run(): Promise<boolean> {
  if (process.argv.includes('--bare')) return stories(bare, DEFAULT_STEPS.bare);
  if (!process.argv.includes('--structural')) return stories(withEditors, DEFAULT_STEPS.editors);
  await structural();
  return true;
}

try {
  process.exitCode = (await run()) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
