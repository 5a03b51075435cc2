import type { Disk, View } from './disk.ts';
import { decodeEntry } from './entry.ts';
import { type Heads, headsFile } from './heads.ts';
import { documentOf, keyOf, lastOf, rangeOf } from './keys.ts';
import { LogStore, type StorageLogger } from './log-store.ts';
import { Damage, isDamage } from './read-document.ts';

/**
 * Opens the store on a disk: compares the newest entry of every document with the heads file.
 *
 *  - equal: fine.
 *  - the table is ahead: the last batch before a crash was durable, its line in the heads file was not. Nobody was
 *    told, nothing is wrong: the table's number is adopted.
 *  - the table is behind: confirmed entries are gone. The document is damaged.
 *
 * Then the heads file is written anew with the next epoch, which also removes a line that a crash cut short.
 */
export async function openStore(disk: Disk, heads: Heads, logger: StorageLogger, now: () => number): Promise<LogStore> {
  const numbers = new Map(heads.numbers);
  const damage = new Map<string, string>();
  let epoch = heads.epoch;
  const view = disk.view();
  try {
    for (const document of await allDocuments(view, heads)) {
      try {
        const tail = await readTail(view, document, heads.numbers.get(document) ?? 0);
        numbers.set(document, tail.seq);
        epoch = Math.max(epoch, tail.epoch);
      } catch (error) {
        if (!isDamage(error)) throw error;
        damage.set(document, error.message);
        logger.warn({ document, damage: error.message }, 'A document is damaged and stays closed');
      }
    }
  } finally {
    await view.close();
  }
  const opened = { numbers, epoch: epoch + 1 };
  await disk.replaceHeads(headsFile(opened));
  return new LogStore({ disk, heads: opened, damage, logger, now });
}

/** The documents of the table and of the heads file. */
async function allDocuments(view: View, heads: Heads): Promise<ReadonlySet<string>> {
  const documents = new Set(heads.numbers.keys());
  let [from] = rangeOf('e');
  for (;;) {
    const document = await documentAfter(view, from, heads);
    if (document === null) return documents;
    documents.add(document);
    [, from] = rangeOf('e', document);
  }
}

/** The first document at or after a key. Where the disk is broken, the heads file tells where to go on. */
async function documentAfter(view: View, from: string, heads: Heads): Promise<string | null> {
  const [, end] = rangeOf('e');
  try {
    for await (const [pair] of view.pairs(from, end, 1)) return pair ? documentOf(pair[0]) : null;
    return null;
  } catch (error) {
    if (!isDamage(error)) throw error;
    const later = [...heads.numbers.keys()].filter((document) => rangeOf('e', document)[0] >= from).sort();
    return later[0] ?? null;
  }
}

/** The newest entry, given the number that the heads file confirms. @throws Damage when the table has less. */
async function readTail(view: View, document: string, confirmed: number): Promise<{ seq: number; epoch: number }> {
  const tail = { seq: 0, epoch: 0 };
  for await (const pairs of view.pairs(keyOf('e', document, confirmed), rangeOf('e', document)[1])) {
    for (const [key, value] of pairs) {
      const seq = Number(lastOf(key));
      const entry = decodeEntry(key, value);
      if (entry === null) throw new Damage(`entry ${lastOf(key)} is broken`);
      const expected = tail.seq === 0 ? confirmed || seq : tail.seq + 1;
      if (seq !== expected) throw new Damage(`there is a gap before entry ${seq}`);
      if (entry.epoch < tail.epoch) throw new Damage(`entry ${seq} was written by an earlier, stale server`);
      tail.seq = seq;
      tail.epoch = entry.epoch;
    }
  }
  if (tail.seq < confirmed) throw new Damage(`its newest entries are missing (${confirmed} were confirmed)`);
  return tail;
}
