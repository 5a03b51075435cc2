import { request } from './request.ts';

/** The forms in which a meeting leaves the system, as the server names them. */
export const EXPORTS = [
  { format: 'md', label: 'Markdown' },
  { format: 'pdf', label: 'PDF' },
  { format: 'docx', label: 'Word' },
  { format: 'html', label: 'HTML' },
  { format: 'json', label: 'JSON' },
  { format: 'ics', label: 'Calendar' },
] as const;

export const TABLES = [
  { table: 'roadmap', label: 'Roadmap' },
  { table: 'risks', label: 'Risks' },
  { table: 'decisions', label: 'Decisions' },
  { table: 'actions', label: 'Actions' },
] as const;

export type ExportFormat = (typeof EXPORTS)[number]['format'];

/** A finalized meeting names its revision: those bytes never change. */
export function exportHref(id: string, format: ExportFormat, revision?: number | null): string {
  return withRevision(`/api/meetings/${id}/export.${format}`, revision);
}

export function tableHref(id: string, table: (typeof TABLES)[number]['table'], revision?: number | null): string {
  return withRevision(`/api/meetings/${id}/export/${table}.csv`, revision);
}

/** Somebody looks at the list of exports: the server may load what makes them. Nothing but speed depends on it. */
export function prepareExports(id: string): void {
  request(`/api/meetings/${id}/export/prepare`, { method: 'POST' }).catch(() => undefined);
}

function withRevision(path: string, revision?: number | null): string {
  return revision ? `${path}?revision=${revision}` : path;
}
