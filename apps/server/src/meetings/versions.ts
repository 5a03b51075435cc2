import { isoDateOf } from '@duet/domain';
import type { Change } from '@duet/storage';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import { decodeJson, encodeJson } from '../records/json.ts';
import { numbered } from '../records/names.ts';
import type { Author, VersionRecord } from '../records/types.ts';
import { Authors } from './authors.ts';
import { revisionsOf } from './revisions.ts';

/** A moment that the history of a meeting offers. */
export interface Version {
  readonly seq: number;
  readonly at: string;
  readonly label?: string;
  readonly authors: readonly Author[];
}

/** Edits that follow each other faster than this are one version, unless they go on for very long. */
const PAUSE_MS = 10_000;
const LONGEST_MS = 10 * 60_000;

/**
 * Newest first: the labelled versions, which are kept with their state for good, and between them the edits of the log
 * in bursts, as far back as compaction has left it.
 */
export async function listVersions(duet: Duet, id: string): Promise<readonly Version[]> {
  const versions = new Map<number, Version>();
  const authors = new Authors(duet.files, id);
  let burst: { seq: number; from: number; to: number; actors: Set<string> } | null = null;
  const close = async () => {
    if (burst === null) return;
    const { seq, to, actors } = burst;
    const label = seq === 1 ? { label: 'Created' } : {};
    versions.set(seq, { seq, at: new Date(to).toISOString(), ...label, authors: await named(authors, actors) });
  };
  for await (const { seq, at, actor } of duet.store.history(id)) {
    if (burst && burst.seq > 1 && at - burst.to < PAUSE_MS && at - burst.from < LONGEST_MS) {
      burst = { seq, from: burst.from, to: at, actors: burst.actors.add(actor) };
    } else {
      await close();
      burst = { seq, from: at, to: at, actors: new Set([actor]) };
    }
  }
  await close();
  for (const bytes of (await duet.store.records(id, 'version/')).values()) {
    const saved = decodeJson<VersionRecord>(bytes);
    versions.set(saved.seq, saved);
  }
  return [...versions.values()].sort((a, b) => b.seq - a.seq);
}

/** The document at a moment, or null when that is not kept (any more). The copy is the caller's own. */
export async function pastDocument(duet: Duet, id: string, seq: number): Promise<Y.Doc | null> {
  const saved = await duet.store.record(id, `past/${numbered(seq)}`);
  const stored = saved === null ? await duet.store.loadAt(id, seq) : null;
  if (saved === null && stored === null) return null;
  const doc = new Y.Doc();
  const states = saved ? [saved] : [stored?.snapshot?.state, ...(stored?.updates ?? []).map(({ update }) => update)];
  doc.transact(() => {
    for (const state of states) if (state) Y.applyUpdate(doc, state);
  });
  return doc;
}

/** What stores a labelled version: its record, with everybody who wrote since the one before, and its state. */
async function versionChanges(
  duet: Duet,
  id: string,
  version: Omit<VersionRecord, 'authors'>,
  state: Uint8Array,
): Promise<Change[]> {
  const before = await lastSavedSeq(duet, id);
  const actors = new Set<string>();
  for await (const entry of duet.store.history(id)) if (entry.seq > before) actors.add(entry.actor);
  const record: VersionRecord = { ...version, authors: await named(new Authors(duet.files, id), actors) };
  const name = numbered(version.seq);
  return [
    { kind: 'record', document: id, name: `version/${name}`, value: encodeJson(record) },
    { kind: 'record', document: id, name: `past/${name}`, value: state },
  ];
}

/** Labels the meeting as it is now, when it was edited since the last labelled version. */
export async function saveVersion(duet: Duet, id: string): Promise<void> {
  const now = duet.now();
  let head = 0;
  for await (const { seq } of duet.store.history(id)) head = seq;
  if (head <= Math.max(1, await lastSavedSeq(duet, id))) return;
  const doc = await pastDocument(duet, id, head);
  if (doc === null) return;
  const label = `${isoDateOf(now.getTime())} ${now.toISOString().slice(11, 16)} UTC`;
  const version = { seq: head, at: now.toISOString(), label };
  await duet.store.commit(await versionChanges(duet, id, version, Y.encodeStateAsUpdate(doc)));
  doc.destroy();
}

/**
 * Labels what the latest revision sealed, unless that is done. Only the commit of a revision decides at which number of
 * the log it ends, so its label is written after it; a process that died in between left that to the next one, which
 * comes here before anybody lists the history or edits again.
 */
export async function labelRevision(duet: Duet, id: string): Promise<void> {
  const revision = (await revisionsOf(duet, id)).at(-1);
  const saved = [...(await duet.store.records(id, 'version/')).values()].map((bytes) =>
    decodeJson<VersionRecord>(bytes),
  );
  if (revision === undefined || saved.some((version) => version.revision === revision.number)) return;
  const state = await duet.store.record(id, `state/${numbered(revision.number)}`);
  const seq = state && (await lastSeqOf(duet, id, state));
  if (!seq) return;
  const { number, finalizedAt } = revision;
  const version = { seq, at: finalizedAt, label: `Finalized, revision ${number}`, revision: number };
  await duet.store.commit(await versionChanges(duet, id, version, state));
}

/** The newest moment at which the document was in this state: owners and days of actions move after the lock. */
async function lastSeqOf(duet: Duet, id: string, state: Uint8Array): Promise<number | null> {
  const sealed = Y.encodeStateVectorFromUpdate(state);
  const moments: number[] = [];
  for await (const { seq } of duet.store.history(id)) moments.push(seq);
  for (const seq of moments.reverse()) {
    const doc = await pastDocument(duet, id, seq);
    const found = doc !== null && Buffer.from(Y.encodeStateVector(doc)).equals(sealed);
    doc?.destroy();
    if (found) return seq;
  }
  return null;
}

async function lastSavedSeq(duet: Duet, id: string): Promise<number> {
  const names = [...(await duet.store.records(id, 'version/')).keys()];
  return Number(names.at(-1)?.slice('version/'.length) ?? 0);
}

async function named(authors: Authors, actors: ReadonlySet<string>): Promise<readonly Author[]> {
  return Promise.all([...actors].map((actor) => authors.of(actor)));
}
