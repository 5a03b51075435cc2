import { request } from './request.ts';
import type { Finalized, NotesChange } from './types.ts';

const at = (id: string, rest: string): string => `/api/meetings/${encodeURIComponent(id)}${rest}`;

/** What finalizing made so far, oldest first. */
export async function listRevisions(id: string): Promise<readonly Finalized[]> {
  const { revisions } = await request<{ revisions: Finalized[] }>(at(id, '/revisions'));
  return revisions;
}

/** What is different between two revisions; between one and now when `to` is null. */
export async function listChanges(id: string, from: number, to: number | null): Promise<readonly NotesChange[]> {
  const until = to === null ? '' : `&to=${to}`;
  const { changes } = await request<{ changes: NotesChange[] }>(at(id, `/changes?from=${from}${until}`));
  return changes;
}
