import { createHash } from 'node:crypto';
import { appendToCell, read, setAttributes } from '@duet/document';
import { finalizeFindings, isoDateOf, type Meeting, type Resolution, type Settling, settlementOf } from '@duet/domain';
import { type ExportInput, exporters } from '@duet/export';
import type { Change } from '@duet/storage';
import * as Y from 'yjs';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { type FollowUpChoice, planFollowUp, withdrawFollowUp } from '../follow-up/plan.ts';
import { Problem } from '../problem.ts';
import { type MeetingFile, meetingChange } from '../records/meeting-file.ts';
import { numbered } from '../records/names.ts';
import type { RevisionRecord } from '../records/types.ts';
import { labelRevision } from './versions.ts';

/**
 * Locks the meeting (M31). Under the document's lock, with no edit in between, what people settled in the review is
 * written, it is checked that no risk is left without an owner, and all of it is one commit: the resolutions, the export
 * as JSON with its hash, the state, and the lock. A refusal leaves nothing behind.
 */
export async function finalizeMeeting(
  duet: Duet,
  id: string,
  by: Caller,
  resolutions: readonly Resolution[],
  followUp: FollowUpChoice,
): Promise<RevisionRecord> {
  const revision = await duet.serial.run(id, async () => {
    const file = await openFile(duet, id);
    const sealed = await duet.sync.lock(id, (doc) => seal(duet, file, doc, by, followUp), {
      actor: by.id,
      change: (doc) => applyResolutions(doc, resolutions, { by, today: isoDateOf(duet.now().getTime()) }),
    });
    await labelRevision(duet, id);
    await rememberEscalation(duet, file, resolutions);
    return sealed;
  });
  duet.summaries.touched(id);
  await duet.followUps.wake(id);
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
function applyResolutions(doc: Y.Doc, resolutions: readonly Resolution[], settling: Settling): void {
  for (const resolution of resolutions) {
    const settlement = settlementOf(read(doc), resolution, settling);
    if (typeof settlement === 'string') throw new Problem('bad-request', `${settlement} Nothing was changed.`);
    setAttributes(doc, resolution.id, settlement.attributes);
    for (const [field, words] of Object.entries(settlement.texts)) appendToCell(doc, resolution.id, field, words);
  }
}

function refuseUnownedRisks(meeting: Meeting): void {
  const findings = finalizeFindings(meeting).map(({ blockId, kind, title }) => ({ id: blockId, kind, title }));
  if (findings.length === 0) return;
  const detail = 'Give each of these risks one owner, or escalate it to a named person. Nothing was changed.';
  throw new Problem('unowned-risks', detail, { findings });
}

async function seal(duet: Duet, file: MeetingFile, doc: Y.Doc, by: Caller, followUp: FollowUpChoice) {
  const { id, record } = file;
  const meeting = read(doc);
  refuseUnownedRisks(meeting);
  const now = duet.now();
  const number = record.revisions + 1;
  const stamp = { number, finalizedAt: now.toISOString(), finalizedBy: by.name };
  const input: ExportInput = { meeting, id, status: 'finalized', revision: stamp, today: isoDateOf(now.getTime()) };
  const bytes = await exporters.json.render(input);
  const state = Y.encodeStateAsUpdate(doc);
  const revision: RevisionRecord = { ...stamp, sha256: createHash('sha256').update(bytes).digest('hex') };
  const { reopened: _, ...kept } = record;
  const changes: Change[] = [
    meetingChange(id, 'meeting', { ...kept, status: 'finalized', revisions: number }),
    meetingChange(id, `revision/${numbered(number)}`, revision),
    { kind: 'record', document: id, name: `artefact/${numbered(number)}/json`, value: bytes },
    { kind: 'record', document: id, name: `state/${numbered(number)}`, value: state },
    ...(await planFollowUp(duet, file, { meeting, doc, revision: number, at: now }, followUp)),
  ];
  return { changes, result: revision };
}

/** The next meeting of the series offers the same person. Who that is matters less than that the lock holds. */
async function rememberEscalation(duet: Duet, { record }: MeetingFile, resolutions: readonly Resolution[]) {
  const last = resolutions.findLast(({ field }) => field === 'escalatedTo');
  if (record.seriesId === null || last?.field !== 'escalatedTo') return;
  await duet.series.setEscalation(record.seriesId, last.value).catch((error: unknown) => {
    duet.log.warn({ error, series: record.seriesId }, 'whom risks are escalated to was not remembered');
  });
}

/** Opens a finalized meeting again; finalizing it once more makes the next revision. */
export async function reopenMeeting(
  duet: Duet,
  id: string,
  by: Caller,
): Promise<{ status: 'live'; nextRevision: number }> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file?.record.status !== 'finalized') {
      throw new Problem('not-finalized', 'Only a finalized meeting can be reopened; this one is open.');
    }
    await labelRevision(duet, id);
    const reopened = { by: by.name, at: duet.now().toISOString() };
    const opened = meetingChange(id, 'meeting', { ...file.record, status: 'live', reopened });
    await duet.sync.unlock(id, [opened, ...(await withdrawFollowUp(duet, id))]);
    duet.summaries.touched(id);
    return { status: 'live', nextRevision: file.record.revisions + 1 };
  });
}
