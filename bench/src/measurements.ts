import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canCutPower, powerCut } from '@duet/storage/testing/power-cut';
import { median, round } from './figures.ts';
import type { RunningPeer } from './peer.ts';
import { badFrame } from './scenarios/bad-frame.ts';
import { crash } from './scenarios/crash.ts';
import { fanOut } from './scenarios/fan-out.ts';
import { ingest } from './scenarios/ingest.ts';
import { EDITS, type Typed } from './scenarios/keystrokes.ts';
import { memory } from './scenarios/memory.ts';
import { saturation } from './scenarios/saturation.ts';
import { slowReaders } from './scenarios/slow-readers.ts';

interface Row {
  readonly title: string;
  /** What Duet shall reach on a machine with 2 cores that does nothing else. */
  readonly target: string;
}

/** One run against a server, told in one or more rows of the table. */
export interface Measurement {
  /** What `--only` names. */
  readonly scenario: string;
  readonly rows: readonly Row[];
  /** @returns a cell a row. */
  readonly measure: (running: RunningPeer) => Promise<readonly string[]>;
  /** The relay keeps nothing, so what is about keeping says nothing of it. */
  readonly durableOnly?: boolean;
}

export interface Effort {
  /** How often a figure that varies is taken; the one in the middle counts. */
  readonly repeat: number;
  readonly quick: boolean;
  /** Made when it is first asked for. */
  readonly typed: () => Typed;
  /** Where the keys of the ingest come from, in words. */
  readonly source: string;
}

export function measurements({ repeat, quick, typed, source }: Effort): readonly Measurement[] {
  async function middle<T>(measure: () => Promise<T>, pick: (value: T) => number): Promise<T> {
    const values: T[] = [];
    for (let n = 0; n < repeat; n++) values.push(await measure());
    const at = median(values.map(pick));
    const value = values.find((one) => pick(one) === at) ?? values[0];
    if (value === undefined) throw new Error('nothing was measured');
    return value;
  }

  function fanOutOf(readers: number, writers: number, rate: number, target: string): Measurement {
    const title = `fan-out ${readers} readers × ${writers} writers at ${rate}/s: CPU µs a delivery (p50 / p99 ms)`;
    const load = { readers, writers, rate, duration: quick ? 3 : 5 };
    return {
      scenario: 'fan-out',
      rows: [{ title, target }],
      measure: async (running) => {
        const figures = await middle(
          () => fanOut(running, load),
          (each) => each.cpuPerDelivery,
        );
        const whole = figures.delivered > 0.999 ? '' : `, ${round(figures.delivered * 100)} % delivered`;
        return [`${round(figures.cpuPerDelivery)} (${round(figures.p50)} / ${round(figures.p99)}${whole})`];
      },
    };
  }

  function crashBy(cause: 'kill -9' | 'a power cut', rate: number, rounds: number): Measurement {
    const title = `updates seen by others and lost by ${cause} at ${rate.toLocaleString('en')}/s, ${rounds} rounds`;
    return {
      scenario: 'crash',
      rows: [{ title, target: '0' }],
      measure: async (running) => {
        const scratch = await mkdtemp(join(tmpdir(), 'duet-bench-power-'));
        const power = cause === 'a power cut' ? powerCut(scratch) : null;
        let seen = 0;
        let lost = 0;
        try {
          for (let n = 0; n < rounds; n++) {
            const outcome = await crash(running, rate, rate === 50 ? 2 + Math.random() : 1, power);
            seen += outcome.seen;
            lost += outcome.lost;
          }
        } finally {
          await rm(scratch, { recursive: true, force: true });
        }
        return [`${lost} of ${seen}`];
      },
    };
  }

  const slowMiB = quick ? 60 : 200;
  return [
    fanOutOf(200, 10, 10, '≤ 11 (p99 ≤ 7), < 5 batched'),
    fanOutOf(50, 2, 10, '≤ 25 (p99 ≤ 3.5)'),
    fanOutOf(100, 10, 60, ''),
    {
      scenario: 'saturation',
      rows: [
        { title: 'saturation, 100 readers: thousand deliveries a second at p99 ≤ 100 ms (p99 ms)', target: '≥ 1,000' },
      ],
      measure: async (running) => {
        const { deliveriesPerSecond, p99, loadWasFull } = await middle(
          () => saturation(running, quick ? 2 : 3),
          (each) => each.deliveriesPerSecond,
        );
        return [`${loadWasFull ? '≥ ' : ''}${round(deliveriesPerSecond / 1000, 0)} (${round(p99)})`];
      },
    },
    {
      scenario: 'memory',
      rows: [{ title: 'memory a connection / an open document that nobody edits, KB', target: '< 30 / < 80' }],
      measure: async (running) => {
        const { perConnection, perDocument } = await memory(running);
        return [`${round(perConnection)} / ${round(perDocument)}`];
      },
    },
    {
      scenario: 'ingest',
      durableOnly: true,
      rows: [
        {
          title: `ingest of ${EDITS.toLocaleString('en')} single-key edits (${source}): s, MiB of memory at most`,
          target: '< 9 s, < 150 MiB',
        },
        {
          title: 'cold open of that document after kill -9 and restart: first / later, ms',
          target: '< 50 / < 50',
        },
        { title: 'disk after it, KiB', target: '< 600' },
      ],
      measure: async (running) => {
        const { seconds, memoryMiB, firstOpen, laterOpen, diskKiB, whole } = await ingest(running, typed());
        return [
          `${round(seconds)} s, ${round(memoryMiB, 0)} MiB`,
          `${round(firstOpen, 0)} / ${round(laterOpen, 0)}${whole ? '' : ', NOT WHOLE'}`,
          round(diskKiB, 0),
        ];
      },
    },
    crashBy('kill -9', 50, quick ? 3 : 10),
    crashBy('kill -9', 15_000, quick ? 1 : 3),
    ...(canCutPower() ? [crashBy('a power cut', 50, quick ? 3 : 10)] : []),
    {
      scenario: 'slow',
      rows: [
        { title: `5 readers that do not read, ${slowMiB} MiB written: growth of memory, MiB`, target: '< 64 of 200' },
      ],
      measure: async (running) => [round(await slowReaders(running, slowMiB), 0)],
    },
    {
      scenario: 'bad-frame',
      rows: [
        { title: 'one bad frame: a reserved type, or 2 GiB announced', target: 'that socket closes, nothing else' },
      ],
      measure: async (running) => {
        const { processLives, closed, othersGoOn } = await badFrame(running);
        if (!processLives) return ['the process dies'];
        const others = othersGoOn ? 'nothing else' : 'the others hear nothing more';
        return [`that socket ${closed ? 'closes' : 'stays open'}, ${others}`];
      },
    },
  ];
}
