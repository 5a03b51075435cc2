import type { LoggedUpdate } from '../document-store.ts';
import { decodeBlob } from './blob.ts';
import { DiskError, type View } from './disk.ts';
import { decodeEntry, type Entry } from './entry.ts';
import { keyOf, lastOf, rangeOf } from './keys.ts';
import { decodeRecordNames, type RecordNames } from './record-names.ts';
import { plain } from './seal.ts';

/**
 * Reading a document so that it is whole or not at all.
 *
 * The base is the newest snapshot that is in order, or nothing at all (number 0). From there every number up to
 * the head must be present, sealed, and of an epoch that does not fall. When the newest snapshot is broken, the
 * one before it and the log since then (which compaction keeps for this) tell the very same content, and when
 * they do, completely, the document is whole. Whatever is missing between the base and the head is damage.
 */
export class Damage extends Error {
  override readonly name = 'Damage';
}

/** Broken data, found by us or by the disk; anything else that fails says nothing about the data. */
export function isDamage(error: unknown): error is Error {
  return error instanceof Damage || (error instanceof DiskError && error.corrupt);
}

export interface Base {
  /** 0 when there is no snapshot. */
  readonly seq: number;
  /** Null when there is no snapshot, or when the state was not asked for. */
  readonly state: Uint8Array | null;
  readonly names: RecordNames;
  /** Snapshots newer than this one that are broken. */
  readonly skipped: number;
}

export interface ReadDocument extends Base {
  /** The updates after the base. */
  readonly updates: readonly LoggedUpdate[];
  readonly head: number;
}

/** `head` is the number up to which to read: the document's head, or an earlier moment. @throws Damage */
export async function readDocument(
  view: View,
  document: string,
  head: number,
  withState: boolean,
): Promise<ReadDocument> {
  const base = await newestBase(view, document, head, withState);
  const updates: LoggedUpdate[] = [];
  for await (const entries of readLog(view, document, base.seq, head)) {
    for (const entry of entries) {
      if (entry.kind === 'update') updates.push(loggedUpdate(entry));
      else applyToNames(base.names, entry);
    }
  }
  return { ...base, updates, head };
}

/** The same with its state, when it was read without. Null when the state is broken: the base has to be an older one. */
export async function readState(view: View, document: string, read: ReadDocument): Promise<ReadDocument | null> {
  if (read.seq === 0) return read;
  const base = await readBase(view, document, read.seq, true);
  return base && { ...read, state: base.state };
}

function loggedUpdate({ seq, at, actor, payload }: NumberedEntry): LoggedUpdate {
  return { seq, at, actor, update: payload };
}

/** The newest snapshot at or below `seq` that is in order. */
export async function newestBase(view: View, document: string, seq: number, withState: boolean): Promise<Base> {
  const snapshots = (await snapshotSeqs(view, document)).filter((candidate) => candidate <= seq).reverse();
  for (const [skipped, candidate] of snapshots.entries()) {
    const base = await readBase(view, document, candidate, withState);
    if (base !== null) return { ...base, skipped };
  }
  return { seq: 0, state: null, names: new Map(), skipped: snapshots.length };
}

/** The numbers at which there are snapshots, in order or not, lowest first. */
export async function snapshotSeqs(view: View, document: string): Promise<readonly number[]> {
  const keys = await view.keys(...rangeOf('s', document));
  return keys.map((key) => Number(lastOf(key))).filter((seq) => Number.isSafeInteger(seq));
}

async function readBase(view: View, document: string, seq: number, withState: boolean) {
  try {
    const names = await readBlob(view, keyOf('n', document, seq), seq);
    const state = withState ? await readBlob(view, keyOf('s', document, seq), seq) : null;
    if (names === null || (withState && state === null)) return null;
    return { seq, state: state && plain(state), names: decodeRecordNames(names) };
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

async function readBlob(view: View, key: string, seq: number): Promise<Uint8Array | null> {
  const value = await view.get(key);
  const blob = value === undefined ? null : await decodeBlob(key, value);
  return blob?.seq === seq ? blob.bytes : null;
}

export type NumberedEntry = Entry & { readonly seq: number };

/**
 * Every entry of `after < seq <= head`, in order, in chunks.
 * @throws Damage when one of them is missing, broken, or of an earlier opening of the store than the one before.
 */
export async function* readLog(
  view: View,
  document: string,
  after: number,
  head: number,
): AsyncGenerator<readonly NumberedEntry[]> {
  let last = after;
  let epoch = 0;
  for await (const pairs of view.pairs(keyOf('e', document, after + 1), keyOf('e', document, head + 1))) {
    const entries: NumberedEntry[] = [];
    for (const [key, value] of pairs) {
      const seq = Number(lastOf(key));
      if (seq !== last + 1) throw new Damage(missing(last + 1, seq - 1, head));
      const entry = decodeEntry(key, value);
      if (entry === null) throw new Damage(`entry ${seq} of ${head} is broken`);
      if (entry.epoch < epoch) throw new Damage(`entry ${seq} of ${head} was written by an earlier, stale server`);
      entries.push({ ...entry, seq });
      epoch = entry.epoch;
      last = seq;
    }
    yield entries;
  }
  if (last !== head) throw new Damage(missing(last + 1, head, head));
}

function missing(from: number, to: number, head: number): string {
  return from === to ? `entry ${from} of ${head} is missing` : `entries ${from} to ${to} of ${head} are missing`;
}

function applyToNames(names: RecordNames, entry: NumberedEntry): void {
  const name = Buffer.from(entry.payload).toString();
  if (entry.kind === 'set') names.set(name, entry.seq);
  else names.delete(name);
}

/** The number of the oldest kept entry; null when there is none. */
export async function firstEntry(view: View, document: string): Promise<number | null> {
  for await (const [pair] of view.pairs(...rangeOf('e', document), 1)) return pair ? Number(lastOf(pair[0])) : null;
  return null;
}

/** The oldest moment that can be read: 0 when the log is kept from its beginning, else the oldest snapshot. */
export async function oldestMoment(view: View, document: string): Promise<number> {
  if ((await firstEntry(view, document)) === 1) return 0;
  const [oldest] = await snapshotSeqs(view, document);
  return oldest ?? 0;
}

/**
 * The values of the named records, in order of their names (as UTF-8, like the table's keys).
 * @throws Damage when one is missing, broken, or not the one that the log names.
 */
export async function readRecords(
  view: View,
  document: string,
  names: RecordNames,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const wanted = [...names].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const keys = wanted.map(([name]) => keyOf('r', document, name));
  const found = await view.getMany(keys);
  const values = new Map<string, Uint8Array>();
  for (const [index, [name, seq]] of wanted.entries()) {
    const value = found[index];
    if (value === undefined) throw new Damage(`the record "${name}" is missing`);
    const blob = await decodeBlob(keys[index] ?? '', value);
    if (blob === null) throw new Damage(`the record "${name}" is broken`);
    if (blob.seq !== seq) throw new Damage(`the record "${name}" has the value of entry ${blob.seq} instead of ${seq}`);
    values.set(name, plain(blob.bytes));
  }
  return values;
}
