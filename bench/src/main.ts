// Duet beside its peers, in turn in one run. Prints a Markdown table; ratios travel between machines, figures don't.

import { type Measurement, measurements } from './measurements.ts';
import { machine, type Peer, RunningPeer } from './peer.ts';
import { duet, hocuspocus, relay, yWebsocket } from './peers.ts';
import { keystrokes, type Typed } from './scenarios/keystrokes.ts';

const ALL_PEERS: readonly Peer[] = [duet, relay, yWebsocket, hocuspocus];
const quick = process.argv.includes('--quick');
const only = option('only')?.split(',');
const asked = option('peers')?.toLowerCase().split(',');
const trace = option('trace');

function option(name: string): string | undefined {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length);
}

let typed: Typed | null = null;
const all = measurements({
  repeat: quick ? 1 : 3,
  quick,
  typed: () => {
    typed ??= keystrokes(trace);
    return typed;
  },
  source: trace === undefined ? 'made up by a seed' : 'recorded',
});

async function cells({ durableOnly, rows, measure }: Measurement, peer: Peer): Promise<readonly string[]> {
  if (durableOnly && !peer.durable) return rows.map(() => '–');
  const running = await RunningPeer.start(peer);
  try {
    return await measure(running);
  } catch (error) {
    const what = running.alive
      ? `failed: ${error instanceof Error ? error.message : String(error)}`
      : 'the process ended';
    return rows.map(() => what);
  } finally {
    await running.close();
  }
}

const peers = ALL_PEERS.filter((peer) => asked?.some((name) => peer.name.toLowerCase().startsWith(name)) ?? true);
const chosen = all.filter(({ scenario }) => only?.includes(scenario) ?? true);
const heads = ['', 'target', ...peers.map((peer) => peer.name)];
const table = [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`];
for (const [n, measurement] of chosen.entries()) {
  const columns: (readonly string[])[] = [];
  for (const peer of peers) {
    const what = measurement.rows[0]?.title;
    process.stderr.write(`[${n + 1} of ${chosen.length}] ${what}: ${peer.name} …\n`);
    const column = await cells(measurement, peer);
    columns.push(column);
    process.stderr.write(`  ${column.join('; ')}\n`);
  }
  for (const [at, { title, target }] of measurement.rows.entries()) {
    table.push(`| ${[title, target, ...columns.map((column) => column[at] ?? '')].join(' | ')} |`);
  }
}
process.stdout.write(`\n${machine()}\n\n${table.join('\n')}\n`);
