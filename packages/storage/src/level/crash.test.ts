import { cpSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { seeded } from '../testing/seeded.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openLevelStore } from './index.ts';
import { expectCounted } from './testing/counting.ts';
import { canCutPower, powerCut } from './testing/power-cut.ts';
import { spawnWriter, type Writer } from './testing/spawn-writer.ts';
import type { Report } from './testing/writer-process.ts';

const DOCUMENTS = ['document-aaaaaaaa', 'document-bbbbbbbb', 'document-cccccccc'];

async function expectRecovered(folder: string, { acknowledged }: Report): Promise<void> {
  const store = await openLevelStore({ folder });
  for await (const verdict of store.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
  for (const document of DOCUMENTS) await expectCounted(store, document, acknowledged[document] ?? 0);
  await store.close();
}

async function nextReport(writer: Writer): Promise<Report> {
  const next = await writer.reports.next();
  if (next.done === true) throw new Error('The writer ended too early');
  return next.value;
}

test('[G1] [G8] kill -9 of a writing and compacting process, 10 rounds: nothing acknowledged is lost', async () => {
  const folder = temporaryFolder(onTestFinished);
  const random = seeded(20_261_122);
  for (let round = 0; round < 10; round += 1) {
    const writer = spawnWriter(folder, 'run', DOCUMENTS);
    let report = await nextReport(writer);
    for (let more = Math.floor(random() * 25); more > 0; more -= 1) report = await nextReport(writer);
    await writer.kill();
    for await (const last of { [Symbol.asyncIterator]: () => writer.reports }) report = last;
    await expectRecovered(folder, report);
  }
}, 90_000);

test.runIf(canCutPower())(
  '[G1] [G8] killed and cut back to what the kernel confirmed as synced, 5 rounds: nothing acknowledged is lost',
  async () => {
    const folder = temporaryFolder(onTestFinished);
    const random = seeded(10);
    const power = powerCut(temporaryFolder(onTestFinished));
    let taken = 0;
    for (let round = 0; round < 5; round += 1) {
      power.start(folder);
      const writer = spawnWriter(folder, 'run', DOCUMENTS, { environment: power.environment });
      let report = await nextReport(writer);
      for (let more = Math.floor(random() * 25); more > 0; more -= 1) report = await nextReport(writer);
      await writer.kill();
      for await (const last of { [Symbol.asyncIterator]: () => writer.reports }) report = last;
      taken += power.cut(folder, round % 2 === 0 ? () => 0 : random);
      await expectRecovered(folder, report);
    }
    expect(taken).toBeGreaterThan(0);
  },
  90_000,
);

test.runIf(process.platform === 'linux')(
  '[G1] a power cut keeps the bytes up to the last fsync and any part of the rest: nothing acknowledged is lost',
  async () => {
    const folder = temporaryFolder(onTestFinished);
    const random = seeded(4);
    const writer = spawnWriter(folder, 'step', DOCUMENTS);
    onTestFinished(() => writer.kill());
    for (let cut = 0; cut < 25; cut += 1) {
      const report = await nextReport(writer);
      writer.step();
      await busyFor(random);
      stop(writer);
      const copy = temporaryFolder(onTestFinished);
      cpSync(folder, copy, { recursive: true });
      writer.process.kill('SIGCONT');
      cutUnsynced(copy, report, random);
      await expectRecovered(copy, report);
    }
  },
  90_000,
);

/** Lets the writer get somewhere into its commit: no waiting for a state, every instant is as good. */
async function busyFor(random: () => number): Promise<void> {
  for (let turns = Math.floor(random() * 40); turns > 0; turns -= 1) await new Promise(setImmediate);
}

function stop(writer: Writer): void {
  writer.process.kill('SIGSTOP');
  const stat = `/proc/${writer.process.pid}/stat`;
  while (!/\) [TZ] /.test(readFileSync(stat, 'latin1')));
}

/**
 * Takes away what no fsync has covered since the report. The table's log is synced before the heads file is
 * touched, so a power cut takes from the heads file alone, or all of its new bytes and some of the log's.
 */
function cutUnsynced(copy: string, { sizes }: Report, random: () => number): void {
  const cut = (name: string, keep: number) => {
    const { size } = statSync(join(copy, name));
    const synced = Math.min(sizes[name] ?? 0, size);
    truncateSync(join(copy, name), synced + Math.floor(keep * (size - synced + 1)));
  };
  const fromLog = random() < 0.5;
  cut('heads', fromLog ? 0 : random() * 0.999);
  const logs = readdirSync(join(copy, 'level')).filter((name) => name.endsWith('.log'));
  if (fromLog) cut(join('level', logs.sort().at(-1) ?? ''), random() * 0.999);
}

test('[G6] a disk that is full poisons the store at once; what was acknowledged is there afterwards', async () => {
  const folder = temporaryFolder(onTestFinished);
  const writer = spawnWriter(folder, 'run', DOCUMENTS, { fileBlocks: 200 });
  let report = await nextReport(writer);
  while (report.failed === undefined) report = await nextReport(writer);
  expect(report.failed).toEqual(['poisoned', 'poisoned']);
  expect(await writer.exited).toEqual([3, null]);
  expect(Math.min(...Object.values(report.acknowledged))).toBeGreaterThan(0);
  await expectRecovered(folder, report);
});

test('a folder that another process has open is refused in one sentence, and the other goes on', async () => {
  const folder = temporaryFolder(onTestFinished);
  const writer = spawnWriter(folder, 'step', DOCUMENTS);
  onTestFinished(() => writer.kill());
  await nextReport(writer);
  await expect(openLevelStore({ folder })).rejects.toMatchObject({
    code: 'in-use',
    message: `The data folder ${folder} is in use by another Duet server. Stop that one first, or choose another folder.`,
  });
  writer.step();
  const report = await nextReport(writer);
  await writer.kill();
  await expectRecovered(folder, report);
});
