import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { decodeJson } from '../records/json.ts';
import { meetingChange } from '../records/meeting-file.ts';
import type { KeptText, LateRecord, RescuedRecord } from '../records/types.ts';
import { sectionsOfLosses } from './place-of-loss.ts';

/** Oldest first. @param memberId only what this member wrote; null for everybody's. */
export async function lateTexts(duet: Duet, id: string, memberId: string | null): Promise<readonly KeptText[]> {
  const records = await oldestFirst<LateRecord>(duet, id, 'late/');
  return records
    .filter((record) => memberId === null || record.memberId === memberId)
    .map(({ memberId: _, ...kept }) => kept);
}

/** Oldest first, each with the title of the section that it stood in. */
export function rescuedTexts(duet: Duet, id: string): Promise<readonly KeptText[]> {
  return duet.serial.run(id, async () => {
    const records = await placed(duet, id, await oldestFirst<RescuedRecord>(duet, id, 'rescued/'));
    return records.map(({ section, ...kept }) => ({ ...kept, place: section ?? kept.place }));
  });
}

/** Says, to everybody, that somebody took care of a kept text, or that it still waits. The text itself stays. */
export function setHandled(
  duet: Duet,
  id: string,
  name: `${'rescued' | 'late'}/${string}`,
  by: Caller,
  isHandled: boolean,
): Promise<{ handled: KeptText['handled'] | null }> {
  return duet.serial.run(id, async () => {
    const bytes = await duet.store.record(id, name);
    if (bytes === null) throw new Problem('not-found', 'This text is not on the list. Load the list again.');
    const { handled: before, ...kept } = decodeJson<KeptText>(bytes);
    const handled = isHandled ? (before ?? { by: by.name, at: duet.now().toISOString() }) : undefined;
    await duet.store.commit([meetingChange(id, name, { ...kept, ...(handled && { handled }) })]);
    return { handled: handled ?? null };
  });
}

/**
 * A loss is recorded while everybody waits for the commit around it, with what the room knows at once. Its section
 * is looked up when the list is first asked for, for all losses together, and kept: compaction forgets it.
 */
async function placed(duet: Duet, id: string, records: readonly RescuedRecord[]): Promise<readonly RescuedRecord[]> {
  const open = records.filter(({ section }) => section === undefined);
  const stored = open.length > 0 ? await duet.store.load(id) : null;
  if (stored === null) return records;
  const found = sectionsOfLosses(stored, open);
  const all = records.map((record) => ({ ...record, section: found.get(record.id) ?? record.section ?? record.place }));
  const changed = all.filter(({ id: key }) => found.has(key));
  await duet.store.commit(changed.map((record) => meetingChange(id, `rescued/${record.id}`, record)));
  return all;
}

async function oldestFirst<T extends KeptText>(duet: Duet, id: string, prefix: string): Promise<readonly T[]> {
  const records = [...(await duet.store.records(id, prefix)).values()].map((bytes) => decodeJson<T>(bytes));
  return records.sort((a, b) => (a.at < b.at ? -1 : 1));
}
