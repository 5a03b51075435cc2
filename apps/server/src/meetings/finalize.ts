import { createHash } from 'node:crypto';
import { read, setAttributes } from '@duet/document';
import { finalizeFindings, isoDateOf, type Meeting, riskRows } from '@duet/domain';
import { type ExportInput, exporters } from '@duet/export';
import type { Change } from '@duet/storage';
import * as Y from 'yjs';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { type MeetingFile, meetingChange } from '../records/meeting-file.ts';
import { numbered } from '../records/names.ts';
import type { RevisionRecord } from '../records/types.ts';
import { versionChanges } from './versions.ts';

/** What a person decided about a risk without an owner. */
export type Resolution =
  | { readonly id: string; readonly owner: string }
  | { readonly id: string; readonly escalatedTo: string };

/**
 * Locks the meeting (M31). The resolutions come first, as an edit that is made only when no unowned risk is left.
 * Then, under the document's lock with no edit in between, the same is checked once more, and the export as JSON,
 * its hash and the state are stored in one commit with the lock.
 */
export async function finalizeMeeting(
  duet: Duet,
  id: string,
  by: Caller,
  resolutions: readonly Resolution[],
): Promise<RevisionRecord> {
  const revision = await duet.serial.run(id, async () => {
    const file = await openFile(duet, id);
    if (resolutions.length > 0) await duet.sync.edit(id, by.id, (doc) => applyResolutions(doc, resolutions));
    return duet.sync.lock(id, (doc, head) => seal(duet, file, doc, head, by));
  });
  duet.summaries.touched(id);
  return revision;
}

async function openFile(duet: Duet, id: string): Promise<MeetingFile> {
  const file = await duet.files.find(id);
  if (file === null) throw new Problem('not-found', 'There is no such meeting.');
  if (file.record.status === 'finalized') {
    throw new Problem('finalized', 'It is finalized already. Reopen it to change it.');
  }
  return file;
}

/** @throws Problem, and then nothing of the edit is kept. */
function applyResolutions(doc: Y.Doc, resolutions: readonly Resolution[]): void {
  const risks = new Set(riskRows(read(doc)).map((row) => row.id));
  for (const { id, ...attributes } of resolutions) {
    if (!risks.has(id)) throw new Problem('bad-request', `There is no risk with the id ${JSON.stringify(id)}.`);
    setAttributes(doc, id, attributes);
  }
  refuseUnownedRisks(read(doc));
}

function refuseUnownedRisks(meeting: Meeting): void {
  const findings = finalizeFindings(meeting).map(({ blockId, kind, title }) => ({ id: blockId, kind, title }));
  if (findings.length === 0) return;
  const detail = 'Give each of these risks one owner, or escalate it to a named person. Nothing was changed.';
  throw new Problem('unowned-risks', detail, { findings });
}

async function seal(duet: Duet, { id, record }: MeetingFile, doc: Y.Doc, head: number, by: Caller) {
  const meeting = read(doc);
  refuseUnownedRisks(meeting);
  const now = duet.now();
  const number = record.revisions + 1;
  const stamp = { number, finalizedAt: now.toISOString(), finalizedBy: by.name };
  const input: ExportInput = { meeting, id, status: 'finalized', revision: stamp, today: isoDateOf(now.getTime()) };
  const bytes = await exporters.json.render(input);
  const state = Y.encodeStateAsUpdate(doc);
  const revision: RevisionRecord = { ...stamp, sha256: createHash('sha256').update(bytes).digest('hex') };
  const version = { seq: head, at: stamp.finalizedAt, label: `Finalized, revision ${number}` };
  const changes: Change[] = [
    meetingChange(id, 'meeting', { ...record, status: 'finalized', revisions: number }),
    meetingChange(id, `revision/${numbered(number)}`, revision),
    { kind: 'record', document: id, name: `artefact/${numbered(number)}/json`, value: bytes },
    { kind: 'record', document: id, name: `state/${numbered(number)}`, value: state },
    ...(await versionChanges(duet, id, version, state)),
  ];
  return { changes, result: revision };
}

/** Opens a finalized meeting again; finalizing it once more makes the next revision. */
export async function reopenMeeting(duet: Duet, id: string): Promise<{ status: 'live'; nextRevision: number }> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file?.record.status !== 'finalized') {
      throw new Problem('not-finalized', 'Only a finalized meeting can be reopened; this one is open.');
    }
    await duet.sync.unlock(id, [meetingChange(id, 'meeting', { ...file.record, status: 'live' })]);
    duet.summaries.touched(id);
    return { status: 'live', nextRevision: file.record.revisions + 1 };
  });
}
