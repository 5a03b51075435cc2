import { request } from './request.ts';
import type { NewMeeting } from './types.ts';

export type ImportedKind =
  | 'roadmap'
  | 'upcoming'
  | 'constraints'
  | 'risks'
  | 'decisions'
  | 'actions'
  | 'questions'
  | 'checklist'
  | 'notes';

/** What the server would make of a text: how much of each kind, and the first lines of it. `notes` stays text. */
export interface ImportPreview {
  readonly title: string;
  /** `YYYY-MM-DD`; null where the text names no day. */
  readonly date: string | null;
  readonly recognised: Readonly<Record<ImportedKind, number>>;
  readonly samples: Readonly<Record<ImportedKind, readonly string[]>>;
}

/** Nothing is created. The type of `source` says how it is read: text/markdown, text/html or text/plain. */
export function previewImport(source: Blob): Promise<ImportPreview> {
  return request('/api/import?preview=1', { method: 'POST', body: source });
}

export interface ImportDetails {
  readonly title: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The series that it becomes the latest meeting of. */
  readonly seriesId: string | null;
}

export function createImport(source: Blob, { title, date, seriesId }: ImportDetails): Promise<NewMeeting> {
  const query = new URLSearchParams({ title, date, ...(seriesId !== null && { seriesId }) });
  return request(`/api/import?${query}`, { method: 'POST', body: source });
}
