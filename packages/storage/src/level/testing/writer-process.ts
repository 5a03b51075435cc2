/**
 * A process that writes counting documents until it is killed, or until its disk fails. It talks in lines of JSON:
 * `Report`s on stdout. In step mode it makes one group of commits for each line on stdin.
 *
 *   node --import tsx writer-process.ts <folder> (run|step) <document>…
 */
import { readdirSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openLevelStore } from '../open-level-store.ts';
import { compactCounting, countingChanges, readNumbers } from './counting.ts';

export interface Report {
  /** The highest number confirmed, by document. */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Sizes of all files, by path below the folder; in step mode everything up to them is synced. */
  readonly sizes: Readonly<Record<string, number>>;
  /** The codes of the errors of two commits in a row, when writing failed. */
  readonly failed?: readonly unknown[];
}

/** Commits made at once in one step. */
const GROUP = 5;

const [, , folder = '', mode, ...documents] = process.argv;
const store = await openLevelStore({ folder });
const acknowledged: Record<string, number> = {};
const next = new Map<string, number>();
for (const document of documents) {
  const count = (await readNumbers(store, document)).length;
  acknowledged[document] = count;
  next.set(document, count + 1);
}

/** Written at once, without Node's buffering: what was reported was confirmed before, whatever happens next. */
function report(failed?: readonly unknown[]): void {
  const sizes: Record<string, number> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat?.isFile()) sizes[name] = stat.size;
  }
  writeSync(1, `${JSON.stringify({ acknowledged, sizes, failed } satisfies Report)}\n`);
}

async function write(document: string): Promise<void> {
  const number = next.get(document) ?? 1;
  next.set(document, number + 1);
  await store.commit(countingChanges(document, number));
  acknowledged[document] = number;
}

function group(): Promise<unknown> {
  return Promise.all(documents.flatMap((document) => Array.from({ length: GROUP }, () => write(document))));
}

async function fail(error: unknown): Promise<never> {
  const again = await store.commit(countingChanges('another-document', 1)).catch((second: unknown) => second);
  report([error, again].map((each) => (each instanceof Error && 'code' in each ? each.code : String(each))));
  process.exit(3);
}

async function run(): Promise<void> {
  for (let round = 1; ; round += 1) {
    await group();
    report();
    const document = documents[round % documents.length];
    if (round % 10 === 0 && document !== undefined) await compactCounting(store, document);
  }
}

async function step(): Promise<void> {
  report();
  for await (const _line of createInterface({ input: process.stdin })) {
    await group();
    report();
  }
}

await (mode === 'run' ? run() : step()).catch(fail);
