import { isoDateOf } from '@duet/domain';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { decodeJson } from '../records/json.ts';
import { meetingChange } from '../records/meeting-file.ts';
import { numbered } from '../records/names.ts';
import type { Handled, KeptText, LateRecord, RescuedRecord } from '../records/types.ts';
import { type LateBytes, type LateLook, lookAtLate } from './look-at-late.ts';
import { sectionsOfLosses } from './place-of-loss.ts';
import { revisionsOf } from './revisions.ts';

/**
 * Oldest first, each with the title of the section that it would have changed.
 * @param memberId only what this member wrote; null for everybody's.
 */
export function lateTexts(duet: Duet, id: string, memberId: string | null): Promise<readonly KeptText[]> {
  return duet.serial.run(id, async () => {
    const records = await lateWithPlaces(duet, id, await oldestFirst<LateRecord>(duet, id, 'late/'));
    return records
      .filter((record) => memberId === null || record.memberId === memberId)
      .map(({ memberId: _, ...kept }) => kept);
  });
}

/** Oldest first, each with the title of the section that it stood in. */
export function rescuedTexts(duet: Duet, id: string): Promise<readonly KeptText[]> {
  return duet.serial.run(id, async () => {
    const records = await placed(duet, id, await oldestFirst<RescuedRecord>(duet, id, 'rescued/'));
    return records.map(({ section, ...kept }) => ({ ...kept, place: section ?? kept.place }));
  });
}

export interface HandledAnswer {
  readonly handled: Handled | null;
  /** False when somebody else was faster: then nobody needs to act on it again. */
  readonly changed: boolean;
}

/** Says, to everybody, who took care of a kept text; null: it still waits. The text itself stays. */
export function setHandled(
  duet: Duet,
  id: string,
  name: `${'rescued' | 'late'}/${string}`,
  how: Pick<Handled, 'by' | 'forNext'> | null,
): Promise<HandledAnswer> {
  return duet.serial.run(id, async () => {
    const bytes = await duet.store.record(id, name);
    if (bytes === null) throw new Problem('not-found', 'This text is not on the list. Load the list again.');
    const { handled: before = null, ...kept } = decodeJson<KeptText>(bytes);
    if ((before === null) === (how === null)) return { handled: before, changed: false };
    const handled = how && { ...how, at: duet.now().toISOString() };
    await duet.store.commit([meetingChange(id, name, { ...kept, ...(handled && { handled }) })]);
    return { handled, changed: true };
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

/** As with the losses: looked at when the list is first asked for, and kept. */
async function lateWithPlaces(
  duet: Duet,
  id: string,
  records: readonly LateRecord[],
): Promise<readonly (LateRecord & KeptText)[]> {
  const found = await looksAtLate(
    duet,
    id,
    records.filter(({ place }) => place === undefined),
  );
  const all = records.map((record) => ({
    ...record,
    place: record.place ?? found.get(record.id)?.place ?? '',
    text: found.get(record.id)?.text ?? record.text,
  }));
  const changed = all.filter(({ id: key }) => found.has(key));
  if (changed.length > 0) {
    await duet.store.commit(changed.map((record) => meetingChange(id, `late/${record.id}`, record)));
  }
  return all;
}

/** Each is looked at in the revision that was final when it came. */
async function looksAtLate(
  duet: Duet,
  id: string,
  records: readonly LateRecord[],
): Promise<ReadonlyMap<string, LateLook>> {
  const edits = new Map<number, LateBytes[]>();
  const revisions = records.length > 0 ? await revisionsOf(duet, id) : [];
  for (const { id: key, at, text } of records) {
    const { number } = revisions.findLast(({ finalizedAt }) => finalizedAt <= at) ?? { number: 0 };
    const update = await duet.store.record(id, `late-bytes/${key}`);
    const those = edits.get(number) ?? [];
    those.push({ id: key, update, isWordless: text.trim() === '' });
    edits.set(number, those);
  }
  const found = new Map<string, LateLook>();
  const today = isoDateOf(duet.now().getTime());
  for (const [number, those] of edits) {
    const state = await duet.store.record(id, `state/${numbered(number)}`);
    for (const [key, look] of lookAtLate(state, those, today)) found.set(key, look);
  }
  return found;
}

async function oldestFirst<T extends Pick<KeptText, 'at'>>(
  duet: Duet,
  id: string,
  prefix: string,
): Promise<readonly T[]> {
  const records = [...(await duet.store.records(id, prefix)).values()].map((bytes) => decodeJson<T>(bytes));
  return records.sort((a, b) => (a.at < b.at ? -1 : 1));
}
