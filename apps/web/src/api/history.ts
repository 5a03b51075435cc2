import type { Notes } from './notes.ts';
import { request } from './request.ts';
import type { Version } from './types.ts';

const at = (id: string, rest = ''): string => `/api/meetings/${encodeURIComponent(id)}/history${rest}`;

/** Newest first. */
export async function listVersions(id: string): Promise<readonly Version[]> {
  const { versions } = await request<{ versions: Version[] }>(at(id));
  return versions;
}

/** What a version said: a part of its `export.json`. */
export interface PastNotes extends Pick<Notes, 'checklist' | 'actions' | 'decisions'> {
  readonly title: string;
  readonly date: string | null;
  readonly roadmap: readonly { id: string; feature: string | null; health: string; notes: string | null }[];
  readonly upcoming: readonly { id: string; title: string | null; intent: string | null; engineering: string | null }[];
  readonly constraints: readonly { id: string; statement: string | null; detail: string | null }[];
  readonly risks: readonly { id: string; risk: string | null; owner: string | null; mitigation: string | null }[];
  readonly questions: readonly { id: string; question: string | null; answer: string | null }[];
  readonly notes: readonly string[];
  readonly sections: readonly { key: string | null; title: string | null }[];
}

export function getVersion(id: string, seq: number): Promise<PastNotes> {
  return request(at(id, `/${seq}/export.json`));
}

/** Brings back what the version said, as an edit on top of everything since. */
export function restoreVersion(id: string, seq: number): Promise<unknown> {
  return request(at(id, `/${seq}/restore`), { method: 'POST' });
}
