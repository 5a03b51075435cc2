import type { Verdict } from '../document-store.ts';
import type { View } from './disk.ts';
import {
  isDamage,
  newestBase,
  oldestMoment,
  readDocument,
  readLog,
  readRecords,
  snapshotSeqs,
} from './read-document.ts';

/** Reads everything that the disk has of one document. */
export async function inspect(view: View, document: string, head: number): Promise<Verdict> {
  try {
    const { names } = await readDocument(view, document, head, true);
    await readRecords(view, document, names);
  } catch (error) {
    return { document, head, damage: damageOf(error), note: null };
  }
  try {
    return { document, head, damage: null, note: await inspectPast(view, document, head) };
  } catch (error) {
    return { document, head, damage: null, note: `its history is damaged: ${damageOf(error)}` };
  }
}

/** The older generation, and the log that the newest snapshot has made dispensable. */
async function inspectPast(view: View, document: string, head: number): Promise<string | null> {
  for (const seq of await snapshotSeqs(view, document)) {
    const base = await newestBase(view, document, seq, true);
    if (base.seq !== seq) return `the snapshot at ${seq} is broken; the content is whole without it`;
  }
  for await (const _entries of readLog(view, document, await oldestMoment(view, document), head));
  return null;
}

function damageOf(error: unknown): string {
  if (isDamage(error)) return error.message;
  throw error;
}
