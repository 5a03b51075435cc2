import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { seeded } from '../testing/seeded.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openLevelStore, restoreBackup } from './index.ts';
import { compactCounting, countingChanges, expectCounted, readNumbers } from './testing/counting.ts';

const PAIR = ['document-aaaaaaaa', 'document-bbbbbbbb'] as const;

async function openFilled(): Promise<{ store: DocumentStore; write: (to: number) => Promise<void> }> {
  const store = await openLevelStore({ folder: temporaryFolder(onTestFinished) });
  onTestFinished(() => store.close());
  let written = 0;
  // Both documents in one commit, so that a moment between two commits shows them equal.
  const write = async (to: number) => {
    while (written < to) {
      written += 1;
      await store.commit(PAIR.flatMap((document) => countingChanges(document, written)));
    }
  };
  await write(150);
  await compactCounting(store, PAIR[0]);
  await write(200);
  return { store, write };
}

async function collect(backup: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of backup) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test('[G10] a backup taken while others write is one moment of the whole store, and restores to it', async () => {
  const { store, write } = await openFilled();
  const chunks: Uint8Array[] = [];
  let writing = Promise.resolve();
  let number = 200;
  for await (const chunk of store.backup()) {
    chunks.push(chunk);
    number += 20;
    const to = number;
    writing = writing.then(() => write(to));
    await store.compact(PAIR[1], { seq: 100, state: Buffer.from('1') });
  }
  await writing;
  const folder = join(temporaryFolder(onTestFinished), 'made', 'by', 'restore');
  expect(await restoreBackup(inChunks(Buffer.concat(chunks), 1000), folder)).toBe(2);
  const restored = await openLevelStore({ folder });
  const counts = [];
  for (const document of PAIR) counts.push(await expectCounted(restored, document, 200));
  expect(counts[0]).toBe(counts[1]);
  expect(counts[0]).toBeLessThan(number);
  for await (const verdict of restored.verify()) expect(verdict).toMatchObject({ damage: null, note: null });
  await restored.commit(countingChanges(PAIR[0], (counts[0] ?? 0) + 1));
  await expectCounted(restored, PAIR[0], (counts[0] ?? 0) + 1);
  await restored.close();
});

test('[G10] a backup with a broken byte, cut off, or with something behind it restores nothing', async () => {
  const { store } = await openFilled();
  const backup = await collect(store.backup());
  const random = seeded(10);
  const flipped = Array.from({ length: 40 }, () => {
    const broken = Buffer.from(backup);
    const at = Math.floor(random() * broken.length);
    broken.writeUInt8(broken.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    return broken;
  });
  const cut = Array.from({ length: 10 }, () => backup.subarray(0, Math.floor(random() * backup.length)));
  const folder = temporaryFolder(onTestFinished);
  for (const broken of [
    ...flipped,
    ...cut,
    Buffer.concat([backup, Buffer.from('x')]),
    Buffer.from('PK\x03\x04zip file'),
  ]) {
    await expect(restoreBackup(inChunks(broken, 65_536), folder)).rejects.toMatchObject({ code: 'bad-backup' });
    expect(readdirSync(folder)).toEqual([]);
  }
  await restoreBackup(inChunks(backup, 7), folder);
  expect(readdirSync(folder).sort()).toEqual(['heads', 'level']);
});

test('[G10] a restore never overwrites', async () => {
  const { store } = await openFilled();
  const backup = await collect(store.backup());
  const folder = temporaryFolder(onTestFinished);
  writeFileSync(join(folder, 'mine'), 'precious');
  await expect(restoreBackup(inChunks(backup, 4096), folder)).rejects.toMatchObject({ code: 'not-empty' });
  expect(readdirSync(folder)).toEqual(['mine']);
  rmSync(join(folder, 'mine'));
  await restoreBackup(inChunks(backup, 4096), folder);
  await expect(restoreBackup(inChunks(backup, 4096), folder)).rejects.toMatchObject({ code: 'not-empty' });
});

test('[G10] what a killed restore leaves does not open, and the restore can be repeated', async () => {
  const { store } = await openFilled();
  const backup = await collect(store.backup());
  const folder = temporaryFolder(onTestFinished);
  await restoreBackup(inChunks(backup, 4096), folder);
  // As if the process had been killed before its last step, or before the one before it.
  for (const undone of [[], ['heads'], ['heads', 'level']]) {
    mkdirSync(join(folder, 'restoring'));
    for (const name of undone) rmSync(join(folder, name), { recursive: true });
    await expect(openLevelStore({ folder })).rejects.toMatchObject({ code: 'unreadable' });
    rmSync(join(folder, 'lock'), { recursive: true });
    await restoreBackup(inChunks(backup, 4096), folder);
    const restored = await openLevelStore({ folder });
    expect((await readNumbers(restored, PAIR[1])).length).toBe(200);
    await restored.close();
    rmSync(join(folder, 'lock'), { recursive: true });
  }
});

test('[G7] [G10] a damaged document is as damaged after a restore as before, and the others are whole', async () => {
  const folder = temporaryFolder(onTestFinished);
  let store = await openLevelStore({ folder });
  for (const document of PAIR)
    for (let number = 1; number <= 50; number += 1) await store.commit(countingChanges(document, number));
  await store.close();
  const [log = ''] = readdirSync(join(folder, 'level')).filter((name) => name.endsWith('.log'));
  truncateSync(join(folder, 'level', log), statSync(join(folder, 'level', log)).size - 300);
  store = await openLevelStore({ folder });
  const restored = temporaryFolder(onTestFinished);
  await restoreBackup(store.backup(), restored);
  await store.close();
  store = await openLevelStore({ folder: restored });
  await expectCounted(store, PAIR[0], 50);
  await expect(store.load(PAIR[1])).rejects.toMatchObject({ code: 'damaged' });
  expect((await store.salvage(PAIR[1])).states.length).toBeGreaterThan(40);
  await store.close();
});
