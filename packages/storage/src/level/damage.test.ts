import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type DocumentStore, StorageError } from '../document-store.ts';
import { seeded } from '../testing/seeded.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { openLevelStore } from './index.ts';
import { compactCounting, countingChanges, expectCounted, readNumbers } from './testing/counting.ts';

/** Documents of several histories: long and short, compacted twice and never, old and of the last run. */
const UPDATES: Readonly<Record<string, number>> = {
  'document-long': 400,
  'document-compacted': 160,
  'document-short': 3,
  'document-of-last-run': 80,
};
const DOCUMENTS = Object.keys(UPDATES).sort();
const BIG = Buffer.from(Array.from({ length: 40_000 }, (_, index) => (index * 2_654_435_761) >>> 24));

let pristine: string;

beforeAll(async () => {
  pristine = temporaryFolder(onTestFinishedLater);
  let store = await openLevelStore({ folder: pristine });
  const write = async (document: string, from: number, to: number) => {
    for (let number = from; number <= to; number += 10) {
      const numbers = Array.from({ length: Math.min(10, to - number + 1) }, (_, index) => number + index);
      await store.commit(numbers.flatMap((each) => countingChanges(document, each)));
    }
  };
  await write('document-long', 1, 300);
  await write('document-compacted', 1, 60);
  await compactCounting(store, 'document-compacted');
  await store.commit([{ kind: 'record', document: 'document-short', name: 'big', value: BIG }]);
  await write('document-short', 1, 3);
  await store.close();
  // What an opening finds in LevelDB's log it moves into a table file; what is written from here on stays in the log.
  store = await openLevelStore({ folder: pristine });
  await write('document-compacted', 61, 140);
  await compactCounting(store, 'document-compacted');
  await write('document-compacted', 141, 160);
  await write('document-long', 301, 400);
  await write('document-of-last-run', 1, 80);
  await store.close();
});

/** `beforeAll` has no test to end with; the folder goes with the process's temporary files. */
function onTestFinishedLater(remove: () => void): void {
  process.once('exit', remove);
}

function copyOfStore(): string {
  const folder = temporaryFolder(onTestFinished);
  cpSync(pristine, folder, { recursive: true });
  return folder;
}

function filesOf(kind: 'log' | 'ldb' | 'MANIFEST' | 'heads'): readonly string[] {
  if (kind === 'heads') return ['heads'];
  const names = readdirSync(join(pristine, 'level'));
  const wanted = names.filter((name) => name.endsWith(`.${kind}`) || name.startsWith(`${kind}-`));
  return wanted.map((name) => join('level', name)).filter((name) => statSync(join(pristine, name)).size > 0);
}

type Outcome = 'right' | 'damaged' | 'refused';

/** Every document is whole and right, or `damaged`; or the folder is refused altogether. Never anything else. */
async function outcomeOf(folder: string): Promise<readonly Outcome[]> {
  let store: DocumentStore;
  try {
    store = await openLevelStore({ folder });
  } catch (error) {
    expect(error).toMatchObject({ name: 'StorageError', code: 'unreadable' });
    return ['refused'];
  }
  try {
    expect(await store.documents()).toEqual(DOCUMENTS);
    const outcomes: Outcome[] = [];
    for (const document of DOCUMENTS) outcomes.push(await outcomeOfDocument(store, document));
    return outcomes;
  } finally {
    await store.close();
  }
}

async function outcomeOfDocument(store: DocumentStore, document: string): Promise<Outcome> {
  const total = UPDATES[document] ?? 0;
  try {
    expect(await expectCounted(store, document, total)).toBe(total);
    if (document === 'document-short') {
      expect(BIG.equals((await store.record(document, 'big')) ?? Buffer.alloc(0))).toBe(true);
    }
    // A whole document goes on.
    await store.commit(countingChanges(document, total + 1));
    return 'right';
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    expect(error.code).toBe('damaged');
    expect(store.damage().map((verdict) => verdict.document)).toContain(document);
    await expect(store.load(document)).rejects.toMatchObject({ code: 'damaged' });
    await expect(store.commit(countingChanges(document, 0))).rejects.toMatchObject({ code: 'damaged' });
    const { states } = await store.salvage(document);
    expect(states.length).toBeLessThanOrEqual(total);
    return 'damaged';
  }
}

const tally = (outcomes: readonly Outcome[]) => ({
  right: outcomes.filter((each) => each === 'right').length,
  damaged: outcomes.filter((each) => each === 'damaged').length,
  refused: outcomes.filter((each) => each === 'refused').length,
});

describe('broken bytes', () => {
  for (const [kind, places] of [
    ['log', 30],
    ['ldb', 30],
    ['MANIFEST', 10],
    ['heads', 20],
  ] as const) {
    test(`[G7] a flipped bit anywhere in ${kind}: right or damaged, never short (${places} places)`, async () => {
      const random = seeded(places);
      const outcomes: Outcome[] = [];
      for (let place = 0; place < places; place += 1) {
        const folder = copyOfStore();
        const files = filesOf(kind);
        const file = join(folder, files[Math.floor(random() * files.length)] ?? '');
        const bytes = readFileSync(file);
        const at = Math.floor(random() * bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(random() * 8));
        writeFileSync(file, bytes);
        outcomes.push(...(await outcomeOf(folder)));
      }
      const { right, damaged, refused } = tally(outcomes);
      // The heads file is only a witness: with the table in order no document may suffer from it.
      if (kind === 'heads') expect({ damaged, refused }).toEqual({ damaged: 0, refused: 0 });
      if (kind === 'log') expect(damaged).toBeGreaterThan(places / 2);
      // LevelDB checks its list of files by itself, and without it there is no table.
      if (kind === 'MANIFEST') expect({ right, damaged }).toEqual({ right: 0, damaged: 0 });
      else expect(right).toBeGreaterThan(places);
    });

    test(`[G7] ${kind} cut off anywhere: right or damaged, never short`, async () => {
      const random = seeded(places + 1);
      for (let place = 0; place < 8; place += 1) {
        const folder = copyOfStore();
        const files = filesOf(kind);
        const file = join(folder, files[Math.floor(random() * files.length)] ?? '');
        truncateSync(file, Math.floor(random() * statSync(file).size));
        const { refused } = tally(await outcomeOf(folder));
        expect(refused).toBe(kind === 'MANIFEST' ? 1 : 0);
      }
    });

    test(`[G7] 512 zeros anywhere in ${kind}: right or damaged, never short`, async () => {
      const random = seeded(places + 2);
      for (let place = 0; place < 8; place += 1) {
        const folder = copyOfStore();
        const files = filesOf(kind);
        const file = join(folder, files[Math.floor(random() * files.length)] ?? '');
        const bytes = readFileSync(file);
        const at = Math.floor(random() * bytes.length);
        writeFileSync(file, bytes.fill(0, at, Math.min(at + 512, bytes.length)));
        await outcomeOf(folder);
      }
    });
  }
});

test('[G7] a hole in the log of the last run is found at opening, and its raw bytes are kept', async () => {
  const folder = copyOfStore();
  const [log = ''] = filesOf('log');
  const bytes = readFileSync(join(folder, log));
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(join(folder, log), bytes);
  const store = await openLevelStore({ folder });
  expect(store.damage().length).toBeGreaterThan(0);
  await store.close();
  const [kept = ''] = readdirSync(join(folder, 'damaged-files'));
  expect(readFileSync(join(folder, 'damaged-files', kept)).equals(bytes)).toBe(true);
});

test('[G7] a table that is missing closes the meetings that lose by it, not the store', async () => {
  const folder = copyOfStore();
  const [table = ''] = filesOf('ldb');
  rmSync(join(folder, table));
  expect(tally(await outcomeOf(folder))).toEqual({ right: 2, damaged: 2, refused: 0 });
});

test('[G7] what a crash left of a table that is not in use yet is no damage', async () => {
  const folder = copyOfStore();
  const [table = ''] = filesOf('ldb');
  writeFileSync(join(folder, 'level', '000099.ldb'), readFileSync(join(folder, table)).subarray(0, 1000));
  expect(tally(await outcomeOf(folder))).toEqual({ right: 4, damaged: 0, refused: 0 });
  expect(readdirSync(folder)).not.toContain('damaged-files');
});

test('[G7] a damaged document stays closed over restarts and is salvaged; the others work', async () => {
  const folder = copyOfStore();
  const [log = ''] = filesOf('log');
  truncateSync(join(folder, log), statSync(join(folder, log)).size - 4000);
  for (let restart = 0; restart < 3; restart += 1) {
    const store = await openLevelStore({ folder });
    expect(store.damage().map(({ document }) => document)).toEqual(['document-of-last-run']);
    const damaged = { code: 'damaged', message: expect.stringContaining('document-of-last-run is damaged: ') };
    await expect(store.load('document-of-last-run')).rejects.toMatchObject(damaged);
    await expect(store.record('document-of-last-run', 'count')).rejects.toMatchObject(damaged);
    const salvaged = await store.salvage('document-of-last-run');
    const numbers = salvaged.states.map((state) => Number(Buffer.from(state).toString()));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(numbers.length).toBeGreaterThan(0);
    expect(numbers.length).toBeLessThan(80);
    await store.commit(countingChanges('document-long', 401 + restart));
    expect((await readNumbers(store, 'document-long')).length).toBe(401 + restart);
    await store.close();
  }
});
