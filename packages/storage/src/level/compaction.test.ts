import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readHeads } from '../engine/heads.ts';
import { openStore } from '../engine/open-store.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { HeadsFile } from './heads-file.ts';
import { openLevelStore } from './index.ts';
import { LevelDisk, Table } from './level-disk.ts';
import { compactCounting, countingChanges, expectCounted } from './testing/counting.ts';

const A = 'document-aaaaaaaa';

/** A real disk that says when it is about to write and when it has written. */
class WatchedDisk extends LevelDisk {
  onStep: () => void = () => {};

  override write(...args: Parameters<LevelDisk['write']>): Promise<void> {
    return this.#watched(() => super.write(...args));
  }

  override forget(...args: Parameters<LevelDisk['forget']>): Promise<void> {
    return this.#watched(() => super.forget(...args));
  }

  override reclaim(...args: Parameters<LevelDisk['reclaim']>): Promise<void> {
    return this.#watched(() => super.reclaim(...args));
  }

  override appendHeads(...args: Parameters<LevelDisk['appendHeads']>): Promise<void> {
    return this.#watched(() => super.appendHeads(...args));
  }

  async #watched(write: () => Promise<void>): Promise<void> {
    this.onStep();
    await write();
    this.onStep();
  }
}

test('[G8] compaction and commits killed before and after every write: every copy of that instant is whole', async () => {
  const base = temporaryFolder(onTestFinished);
  const folder = join(base, 'store');
  mkdirSync(folder);
  const [table, lock] = [new Table(join(folder, 'level')), new Table(join(folder, 'lock'))];
  await Promise.all([table.open(), lock.open()]);
  const disk = new WatchedDisk(table, new HeadsFile(join(folder, 'heads')), lock);
  const store = await openStore(disk, readHeads(new Uint8Array()), { warn() {} }, Date.now);
  let acknowledged = 0;
  let submitted = 0;
  const write = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      submitted += 1;
      await store.commit(countingChanges(A, submitted));
      acknowledged = submitted;
    }
  };
  // Enough entries for the compactions to give disk room back as well.
  const many = Array.from({ length: 2100 }, (_, index) => countingChanges(A, index + 1)).flat();
  await store.commit(many);
  submitted = acknowledged = 2100;
  await compactCounting(store, A);
  await write(5);

  const instants: { readonly copy: string; readonly acknowledged: number; readonly submitted: number }[] = [];
  disk.onStep = () => {
    const copy = join(base, String(instants.length));
    cpSync(folder, copy, { recursive: true });
    instants.push({ copy, acknowledged, submitted });
  };
  await compactCounting(store, A);
  await write(3);
  await compactCounting(store, A);
  disk.onStep = () => {};
  await store.close();

  expect(instants.length).toBeGreaterThanOrEqual(26);
  for (const instant of instants) {
    const reopened = await openLevelStore({ folder: instant.copy });
    for await (const verdict of reopened.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
    expect(await expectCounted(reopened, A, instant.acknowledged)).toBeLessThanOrEqual(instant.submitted);
    await reopened.close();
  }
});

test('[G8] after compaction the log and older snapshots give their disk room back', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openLevelStore({ folder });
  const update = new Uint8Array(1000);
  for (let round = 0; round < 4; round += 1) {
    const changes = Array.from({ length: 2500 }, () => ({ kind: 'update', document: A, update, actor: '' }) as const);
    await store.commit(changes);
    await store.compact(A, { seq: (round + 1) * 2500, state: new Uint8Array(1000) });
  }
  await store.compact(A, { seq: (await store.load(A))?.head ?? 0, state: new Uint8Array(1000) });
  const kept = [];
  for await (const entry of store.history(A)) kept.push(entry.seq);
  expect(kept[0]).toBe(7501);
  await store.close();
  const again = await openLevelStore({ folder });
  await again.close();
  // 10 MB were written; 2.5 MB of them, the newest generation's log, are still wanted.
  expect(sizeOf(join(folder, 'level'))).toBeLessThan(6_000_000);
});

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
