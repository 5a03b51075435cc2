// Duet beside its peers, in turn in one run. Prints a Markdown table; ratios travel between machines, figures don't.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canCutPower, powerCut } from '@duet/storage/testing/power-cut';
import { median, round } from './figures.ts';
import { machine, type Peer, RunningPeer } from './peer.ts';
import { duet, hocuspocus, relay, yWebsocket } from './peers.ts';
import { crash } from './scenarios/crash.ts';
import { fanOut } from './scenarios/fan-out.ts';
import { EDITS, ingest, keystrokes } from './scenarios/ingest.ts';
import { memory } from './scenarios/memory.ts';
import { saturation } from './scenarios/saturation.ts';
import { slowReaders } from './scenarios/slow-readers.ts';

const ALL_PEERS: readonly Peer[] = [duet, relay, yWebsocket, hocuspocus];
const quick = process.argv.includes('--quick');
const only = option('only')?.split(',');
const asked = option('peers')?.toLowerCase().split(',');

function option(name: string): string | undefined {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length);
}

interface Row {
  readonly title: string;
  readonly scenario: string;
  readonly measure: (running: RunningPeer) => Promise<string>;
  /** The relay keeps nothing, so what is about keeping says nothing of it. */
  readonly durableOnly?: boolean;
}

const repeat = quick ? 1 : 3;

async function medianOf<T>(
  measure: () => Promise<T>,
  pick: (value: T) => number,
): Promise<{ value: T; median: number }> {
  const values: T[] = [];
  for (let n = 0; n < repeat; n++) values.push(await measure());
  const middle = median(values.map(pick));
  const value = values.find((one) => pick(one) === middle) ?? values[0];
  if (value === undefined) throw new Error('nothing was measured');
  return { value, median: middle };
}

function fanOutRow(readers: number, writers: number, rate: number): Row {
  return {
    title: `fan-out ${readers} readers × ${writers} writers at ${rate}/s: CPU µs a delivery (p50 / p99 ms)`,
    scenario: 'fan-out',
    measure: async (running) => {
      const { value } = await medianOf(
        () => fanOut(running, { readers, writers, rate, duration: quick ? 3 : 5 }),
        (figures) => figures.cpuPerDelivery,
      );
      const whole = value.delivered > 0.999 ? '' : `, ${round(value.delivered * 100)} % delivered`;
      return `${round(value.cpuPerDelivery)} (${round(value.p50)} / ${round(value.p99)}${whole})`;
    },
  };
}

function crashRow(cause: 'kill -9' | 'a power cut', rate: number, rounds: number): Row {
  return {
    title: `updates seen by others and lost by ${cause} at ${rate.toLocaleString('en')}/s, ${rounds} rounds`,
    scenario: 'crash',
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
      return `${lost} of ${seen}`;
    },
  };
}

const SLOW_MIB = quick ? 60 : 200;

const ROWS: readonly Row[] = [
  fanOutRow(50, 2, 10),
  fanOutRow(200, 10, 10),
  fanOutRow(100, 10, 60),
  {
    title: 'saturation, 100 readers: thousand deliveries a second at p99 ≤ 100 ms (p99 ms)',
    scenario: 'saturation',
    measure: async (running) => {
      const { deliveriesPerSecond, p99, loadWasFull } = await saturation(running, quick ? 2 : 3);
      return `${loadWasFull ? '≥ ' : ''}${round(deliveriesPerSecond / 1000, 0)} (${round(p99)})`;
    },
  },
  {
    title: 'memory a connection / an open document that nobody edits, KB',
    scenario: 'memory',
    measure: async (running) => {
      const { perConnection, perDocument } = await memory(running);
      return `${round(perConnection)} / ${round(perDocument)}`;
    },
  },
  {
    title: `ingest of ${EDITS.toLocaleString('en')} single-key edits: s, MiB of memory, KiB on disk; then cold / warm open, ms`,
    scenario: 'ingest',
    durableOnly: true,
    measure: async (running) => {
      const figures = await ingest(running, keystrokes());
      const whole = figures.whole ? '' : ', NOT WHOLE';
      return `${round(figures.seconds)} s, ${round(figures.memoryMiB, 0)} MiB, ${round(figures.diskKiB, 0)} KiB; ${round(figures.coldOpen, 0)} / ${round(figures.warmOpen, 0)}${whole}`;
    },
  },
  crashRow('kill -9', 50, quick ? 3 : 10),
  crashRow('kill -9', 15_000, quick ? 1 : 3),
  ...(canCutPower() ? [crashRow('a power cut', 50, quick ? 3 : 10)] : []),
  {
    title: `5 readers that do not read, ${SLOW_MIB} MiB written: growth of memory, MiB`,
    scenario: 'slow',
    measure: async (running) => round(await slowReaders(running, SLOW_MIB), 0),
  },
];

async function measured(row: Row, peer: Peer): Promise<string> {
  if (row.durableOnly && !peer.durable) return '–';
  const running = await RunningPeer.start(peer);
  try {
    return await row.measure(running);
  } catch (error) {
    return running.alive ? `failed: ${error instanceof Error ? error.message : String(error)}` : 'the process ended';
  } finally {
    await running.close();
  }
}

const peers = ALL_PEERS.filter((peer) => asked?.some((name) => peer.name.toLowerCase().startsWith(name)) ?? true);
const rows = ROWS.filter((row) => only?.includes(row.scenario) ?? true);
const table = [`| | ${peers.map((peer) => peer.name).join(' | ')} |`, `|---|${peers.map(() => '---').join('|')}|`];
for (const [n, row] of rows.entries()) {
  const cells: string[] = [];
  for (const peer of peers) {
    process.stderr.write(`[${n + 1} of ${rows.length}] ${row.title}: ${peer.name} …\n`);
    cells.push(await measured(row, peer));
    process.stderr.write(`  ${cells.at(-1)}\n`);
  }
  table.push(`| ${row.title} | ${cells.join(' | ')} |`);
}
process.stdout.write(`\n${machine()}\n\n${table.join('\n')}\n`);
