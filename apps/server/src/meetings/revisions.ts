import { read } from '@duet/document';
import { changesOfNotes, isoDateOf, type LastMeeting } from '@duet/domain';
import type { Exporter, ExportInput } from '@duet/export';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { decodeJson } from '../records/json.ts';
import { numbered } from '../records/names.ts';
import type { ActionChangeRecord, RevisionRecord } from '../records/types.ts';

/** Oldest first. */
export async function revisionsOf(duet: Duet, id: string): Promise<readonly RevisionRecord[]> {
  return [...(await duet.store.records(id, 'revision/')).values()].map((bytes) => decodeJson<RevisionRecord>(bytes));
}

/**
 * An export of a finalized revision. The first time that a format is asked for, its bytes are stored, and from then
 * on those are served: a later version of an exporter cannot change what somebody has already been given.
 * @param format a name for these bytes among the artefacts of the revision
 */
export async function exportRevision(
  duet: Duet,
  id: string,
  number: number,
  format: string,
  exporter: Exporter,
): Promise<Uint8Array> {
  const name = `artefact/${numbered(number)}/${format}`;
  const known = await duet.store.record(id, name);
  if (known !== null) return known;
  return duet.serial.run(`${id}/${name}`, async () => {
    const stored = await duet.store.record(id, name);
    if (stored !== null) return stored;
    const bytes = await duet.renders.render(exporter, await revisionInput(duet, id, number));
    await duet.store.commit([{ kind: 'record', document: id, name, value: bytes }]);
    return bytes;
  });
}

async function revisionInput(duet: Duet, id: string, number: number): Promise<ExportInput> {
  const bytes = await duet.store.record(id, `revision/${numbered(number)}`);
  const state = bytes && (await duet.store.record(id, `state/${numbered(number)}`));
  if (!bytes || !state) throw new Problem('not-found', `This meeting has no revision ${number}.`);
  const { finalizedAt, finalizedBy, sha256 } = decodeJson<RevisionRecord>(bytes);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const meeting = read(doc);
  doc.destroy();
  const today = isoDateOf(Date.parse(finalizedAt));
  return { meeting, id, status: 'finalized', revision: { number, finalizedAt, finalizedBy, sha256 }, today };
}

/** What is different between two revisions, in words; between one and now when `to` is null. */
export async function changesBetween(duet: Duet, id: string, from: number, to: number | null) {
  const before = await revisionInput(duet, id, from);
  const after = to === null ? await liveInput(duet, id) : await revisionInput(duet, id, to);
  return changesOfNotes(before.meeting, after.meeting, after.today).map(({ kind, blockId, title, what }) => ({
    kind,
    id: blockId,
    title,
    what,
  }));
}

/** What came out of a meeting, for the next one to be compared with. The text between the entries stays out of it. */
export async function outcomeOf(duet: Duet, id: string): Promise<LastMeeting> {
  const live = await liveInput(duet, id);
  const { meeting } = live.revision === null ? live : await revisionInput(duet, id, live.revision.number);
  const blocks = meeting.blocks.filter(({ type }) => type !== 'textBlock' && type !== 'sectionHeading');
  return { meeting: { ...meeting, people: [], blocks }, laterChanges: live.laterChanges ?? [] };
}

/** The meeting as it is now; of a finalized one with what moved since. */
export async function liveInput(duet: Duet, id: string): Promise<ExportInput> {
  const file = await duet.files.find(id);
  if (file === null) throw new Problem('not-found', 'There is no such meeting.');
  const { status } = await duet.summaries.of(file);
  const doc = await duet.sync.read(id);
  const meeting = read(doc);
  doc.destroy();
  const today = isoDateOf(duet.now().getTime());
  const latest = status === 'finalized' ? (await revisionsOf(duet, id)).at(-1) : undefined;
  if (latest === undefined) return { meeting, id, status, revision: null, today };
  const changes = [...(await duet.store.records(id, 'action-change/')).values()].map((bytes) =>
    decodeJson<ActionChangeRecord>(bytes),
  );
  const laterChanges = changes.filter((change) => change.at >= latest.finalizedAt);
  return { meeting, id, status, revision: latest, today, laterChanges };
}
