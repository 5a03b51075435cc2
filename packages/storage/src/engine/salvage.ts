import { decodeBlob } from './blob.ts';
import { DiskError, type Pair, type View } from './disk.ts';
import { decodeEntry } from './entry.ts';
import { keyOf, lastOf, rangeOf } from './keys.ts';
import { newestBase } from './read-document.ts';
import { plain } from './seal.ts';

export interface Salvage {
  readonly states: readonly Uint8Array[];
  readonly records: ReadonlyMap<string, Uint8Array>;
}

/** Whatever is still in order: the newest readable snapshot, every sound update after it, every sound record. */
export async function salvage(view: View, document: string): Promise<Salvage> {
  const base = await newestBase(view, document, Number.MAX_SAFE_INTEGER, true);
  const states: Uint8Array[] = base.state === null ? [] : [base.state];
  const [, end] = rangeOf('e', document);
  for await (const [key, value] of readablePairs(view, keyOf('e', document, base.seq + 1), end)) {
    const entry = decodeEntry(key, value);
    if (entry?.kind === 'update') states.push(entry.payload);
  }
  const records = new Map<string, Uint8Array>();
  for await (const [key, value] of readablePairs(view, ...rangeOf('r', document))) {
    const blob = await decodeBlob(key, value);
    if (blob !== null) records.set(lastOf(key), plain(blob.bytes));
  }
  return { states, records };
}

/**
 * Like `view.pairs`, but goes on after corruption as far as the disk lets it. LevelDB reports a broken block with
 * the chunk that ran into it, sound pairs and all; asked one by one it hands them out before it reports.
 */
export async function* readablePairs(view: View, from: string, to: string): AsyncGenerator<Pair> {
  let next = from;
  for (const chunk of [undefined, 1]) {
    try {
      for await (const pairs of view.pairs(next, to, chunk)) {
        yield* pairs;
        next = `${pairs.at(-1)?.[0] ?? next}\0`;
      }
      return;
    } catch (error) {
      if (!(error instanceof DiskError && error.corrupt)) throw error;
    }
  }
}
