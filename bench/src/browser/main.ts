// The figures of the page in a real browser: `npm run bench -- --browser`. Prints a Markdown table of target and measured.

import { type Browser, chromium } from '@playwright/test';
import { median, percentile, round } from '../figures.ts';
import { machine, RunningPeer } from '../peer.ts';
import { duet } from '../peers.ts';
import { duetSite } from './duet-site.ts';
import { exportTimes } from './export-times.ts';
import { makeLargeMeeting } from './large-meeting.ts';
import { opening } from './opening.ts';
import { scriptSizes } from './script-sizes.ts';
import { withSkeleton } from './skeleton/site.ts';
import { type Site, type Typing, typing } from './typing.ts';

const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'];
const ENTRIES = 300;
const TYPISTS = 10;
const TYPIST_RATE = 5;

const quick = process.argv.includes('--quick');
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
const wants = (part: string): boolean => only === undefined || only.split(',').includes(part);

interface Row {
  readonly what: string;
  readonly target: string;
  readonly measured: string;
  readonly skeleton?: string;
}

const rows: Row[] = [];
const running = await RunningPeer.start(duet);
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ARGS });
try {
  const origin = `http://127.0.0.1:${running.port}`;
  progress(`a meeting of ${ENTRIES} blocks`);
  const meeting = await makeLargeMeeting(origin, ENTRIES);
  if (wants('typing')) rows.push(...(await typingRows(browser, duetSite(browser, origin, meeting))));
  if (wants('opening')) {
    progress('opening');
    const { cold, warm } = await opening(browser, origin, meeting, quick ? 3 : 10);
    rows.push({
      what: 'navigation to readable document, warm / cold, ms (median)',
      target: '< 300 / < 1000',
      measured: `${round(median(warm), 0)} / ${round(median(cold), 0)}`,
    });
  }
  if (wants('script')) {
    const { initial, editor } = scriptSizes();
    rows.push({
      what: 'script before the first paint / of the editor, gzip, kB',
      target: '<= 110 / <= 220',
      measured: `${round(initial)} / ${round(editor)}`,
    });
  }
  if (wants('exports')) {
    progress('exports');
    const times = await exportTimes(origin, quick ? 5 : 15);
    rows.push({
      what: 'export PDF / DOCX / Markdown of the sample, ms (the first after a start)',
      target: '< 300 / < 150 / < 30',
      measured: times.map(({ cold, warm }) => `${round(warm, 0)} (${round(cold, 0)})`).join(' / '),
    });
  }
} finally {
  await browser.close();
  await running.close();
}
// The pages leave sockets and watchers behind that would keep the process.
process.stdout.write(`\n${machine()}\n\n${table()}\n`, () => process.exit());

async function typingRows(browser: Browser, site: Site): Promise<readonly Row[]> {
  const load = { typists: TYPISTS, rate: TYPIST_RATE, keys: quick ? 60 : 200 };
  const measured = async (one: Site): Promise<Typing> => {
    progress(`typing among ${TYPISTS} others: ${one.name}`);
    const figures = await typing(one, load);
    progress(`  to paint ${spread(figures.toPaint)}, to the other ${spread(figures.toOther)} ms`);
    return figures;
  };
  const ours = await measured(site);
  const plain = await withSkeleton(browser, ENTRIES, measured);
  const row = (what: string, target: string, tell: (typing: Typing) => string): Row => ({
    what,
    target,
    measured: tell(ours),
    ...(plain !== null && { skeleton: tell(plain) }),
  });
  return [
    row('key press to paint, ms (p50 / p95)', 'p95 < 16', ({ toPaint }) => spread(toPaint)),
    row('key press to paint in another browser, ms (p50 / p95)', 'p95 < 50', ({ toOther }) => spread(toOther)),
    row(
      'main thread while others type, ms a second: script + style + layout, all',
      '',
      ({ watching: { script, style, layout, all } }) =>
        `${round(script, 0)} + ${round(style, 0)} + ${round(layout, 0)}, ${round(all, 0)}`,
    ),
  ];
}

function spread(values: readonly number[]): string {
  return `${round(median(values))} / ${round(percentile(values, 0.95))}`;
}

function progress(what: string): void {
  process.stderr.write(`${what} …\n`);
}

function table(): string {
  const head = ['', 'target', 'Duet', 'plain Tiptap + y-websocket'];
  const lines = [
    head,
    head.map(() => '---'),
    ...rows.map(({ what, target, measured, skeleton }) => [what, target, measured, skeleton ?? '']),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
