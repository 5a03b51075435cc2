import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openLevelStore } from './index.ts';

const DOCUMENT = 'document-aaaaaaaa';
const UPDATES = 60_000;
const AT_ONCE = 256;

test('[G3] durable updates a second, printed as a figure to compare (nothing is promised by it)', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openLevelStore({ folder });
  const update = new Uint8Array(25).fill(7);
  const memoryBefore = process.memoryUsage().rss;

  const writing = performance.now();
  for (let done = 0; done < UPDATES; done += AT_ONCE) {
    const count = Math.min(AT_ONCE, UPDATES - done);
    const commit = () =>
      store.commit([{ kind: 'update', document: DOCUMENT, update, actor: 'a-member-id-of-21-char' }]);
    await Promise.all(Array.from({ length: count }, commit));
  }
  const writeMs = performance.now() - writing;
  const memory = process.memoryUsage().rss - memoryBefore;

  const loading = performance.now();
  expect((await store.load(DOCUMENT))?.updates.length).toBe(UPDATES);
  const loadMs = performance.now() - loading;
  await store.close();

  const disk = readdirSync(folder, { recursive: true, encoding: 'utf8' }).reduce(
    (sum, name) => sum + statSync(join(folder, name)).size,
    0,
  );
  process.stdout.write(
    `storage: ${Math.round(UPDATES / (writeMs / 1000)).toLocaleString('en')} durable updates/s in groups of ${AT_ONCE}, ` +
      `${Math.round(memory / 1e6)} MB more memory, ${UPDATES} loaded and checked in ${Math.round(loadMs)} ms, ` +
      `${Math.round(disk / UPDATES)} bytes of disk each before compaction\n`,
  );
});
