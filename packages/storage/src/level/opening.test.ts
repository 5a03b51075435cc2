import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { encodeEntry } from '../engine/entry.ts';
import { keyOf } from '../engine/keys.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openLevelStore } from './index.ts';
import { Table } from './level-disk.ts';
import { countingChanges, expectCounted } from './testing/counting.ts';

const A = 'document-aaaaaaaa';

async function filledFolder(): Promise<string> {
  const folder = temporaryFolder(onTestFinished);
  const store = await openLevelStore({ folder });
  await store.commit(countingChanges(A, 1));
  await store.close();
  return folder;
}

/** Asserts one sentence-like message that names the folder and what is wrong, and that nothing was touched. */
async function expectRefused(folder: string, what: string): Promise<void> {
  await expect(openLevelStore({ folder })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining(`The data folder ${folder} cannot be opened: ${what}`),
  });
}

test('a folder that is a file, or lies below one, is refused', async () => {
  const file = join(temporaryFolder(onTestFinished), 'file');
  writeFileSync(file, 'mine');
  await expectRefused(file, 'it is a file, not a folder');
  await expectRefused(join(file, 'below'), 'a part of this path is a file, not a folder');
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test.runIf(process.platform === 'linux')('a folder that cannot be made is refused, not tried for ever', async () => {
  await expectRefused('/proc/duet/data', 'it is not there and cannot be made');
});

test('a folder is made with those above it', async () => {
  const folder = join(temporaryFolder(onTestFinished), 'one', 'two');
  await (await openLevelStore({ folder })).close();
  expect(readdirSync(folder)).toContain('heads');
});

test.skipIf(process.getuid?.() === 0)('a folder without rights is refused', async () => {
  const folder = join(temporaryFolder(onTestFinished), 'locked');
  mkdirSync(folder, { mode: 0o500 });
  await expectRefused(folder, 'this user may not read or write it');
});

test('[G7] half a store is refused and left alone, not replaced by an empty one', async () => {
  const folder = await filledFolder();
  const away = temporaryFolder(onTestFinished);

  renameSync(join(folder, 'heads'), join(away, 'heads'));
  await expectRefused(folder, 'its file "heads" is missing');
  writeFileSync(join(folder, 'heads'), '');
  await expectRefused(folder, 'its file "heads" is empty or broken');
  renameSync(join(away, 'heads'), join(folder, 'heads'));

  renameSync(join(folder, 'level'), join(away, 'level'));
  await expectRefused(folder, 'its folder "level" is missing or incomplete');
  renameSync(join(away, 'level'), join(folder, 'level'));

  renameSync(join(folder, 'level', 'CURRENT'), join(away, 'CURRENT'));
  const names = readdirSync(join(folder, 'level'));
  await expectRefused(folder, 'its folder "level" is missing or incomplete');
  expect(readdirSync(join(folder, 'level'))).toEqual(names);
  renameSync(join(away, 'CURRENT'), join(folder, 'level', 'CURRENT'));

  const store = await openLevelStore({ folder });
  await expectCounted(store, A, 1);
  await store.close();
});

test('[G7] a store whose list of tables is damaged is refused with what to do', async () => {
  const folder = await filledFolder();
  writeFileSync(join(folder, 'level', 'CURRENT'), 'nonsense');
  await expectRefused(folder, 'its files are damaged');
});

test('[G7] damage to the lock, which holds nothing, keeps nobody out', async () => {
  const folder = await filledFolder();
  writeFileSync(join(folder, 'lock', 'CURRENT'), 'nonsense');
  const store = await openLevelStore({ folder });
  await expectCounted(store, A, 1);
  await expect(openLevelStore({ folder })).rejects.toMatchObject({ code: 'in-use' });
  await store.close();
});

test('a store of a newer format is refused', async () => {
  const folder = await filledFolder();
  const line = 'duet-heads 2';
  writeFileSync(join(folder, 'heads'), `${crc32(line).toString(16).padStart(8, '0')} ${line}\n`);
  await expectRefused(folder, 'it was written by a newer version of Duet');
});

test('[G1] a crash at any step of making a store leaves a folder that opens', async () => {
  const made: readonly (readonly string[])[] = [
    ['lock/'],
    ['lock/', 'heads'],
    ['lock/', 'heads', 'level/'],
    ['lock/', 'heads', 'level/', 'level/LOCK', 'level/LOG', 'level/MANIFEST-000001'],
  ];
  for (const names of made) {
    const folder = temporaryFolder(onTestFinished);
    for (const name of names) {
      if (name.endsWith('/')) mkdirSync(join(folder, name));
      else writeFileSync(join(folder, name), '');
    }
    const store = await openLevelStore({ folder });
    await store.commit(countingChanges(A, 1));
    await expectCounted(store, A, 1);
    await store.close();
  }
});

test('[G7] every opening has a higher epoch than all before', async () => {
  const folder = temporaryFolder(onTestFinished);
  const epochs: string[] = [];
  for (let opening = 0; opening < 3; opening += 1) {
    const store = await openLevelStore({ folder });
    await store.close();
    epochs.push(/epoch (\d+)/.exec(readFileSync(join(folder, 'heads'), 'latin1'))?.[1] ?? '');
  }
  expect(epochs).toEqual(['1', '2', '3']);
});

test('[G7] what a stale writer put behind the newest entry is damage, not content', async () => {
  const folder = await filledFolder();
  const reopened = await openLevelStore({ folder });
  await reopened.commit(countingChanges(A, 2));
  await reopened.close();
  const table = new Table(join(folder, 'level'));
  await table.open();
  const key = keyOf('e', A, 5);
  const entry = { kind: 'update', epoch: 1, at: 0, actor: '', payload: Buffer.from('3') } as const;
  await table.put(key, encodeEntry(key, entry));
  await table.close();
  const store = await openLevelStore({ folder });
  await expect(store.load(A)).rejects.toMatchObject({
    message: expect.stringContaining('by an earlier, stale server'),
  });
  await store.close();
});

test('one folder cannot be open twice in one process; it is free again after closing', async () => {
  const folder = temporaryFolder(onTestFinished);
  const store = await openLevelStore({ folder });
  await expect(openLevelStore({ folder })).rejects.toMatchObject({ code: 'in-use' });
  await store.commit(countingChanges(A, 1));
  await store.close();
  const again = await openLevelStore({ folder });
  await expectCounted(again, A, 1);
  await again.close();
});
