import { csvExporter } from './csv/render-csv.ts';
import { renderDocx } from './docx/render-docx.ts';
import type { Exporter } from './exporter.ts';
import { renderHtml } from './html/render-html.ts';
import { renderIcs } from './ics/render-ics.ts';
import { renderJson } from './json/render-json.ts';
import { renderPdf } from './pdf/render-pdf.ts';

export const EXPORT_FORMATS = ['md', 'html', 'pdf', 'docx', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Stands in for a format whose renderer is not written yet. */
const unwritten = async (): Promise<Uint8Array> => {
  throw new Error('This export is not available yet. The meeting is fine; export it as JSON for now.');
};

export const exporters: { readonly [Format in ExportFormat]: Exporter } = {
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md', render: unwritten },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', render: renderHtml },
  pdf: { mediaType: 'application/pdf', extension: 'pdf', render: renderPdf },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: renderDocx,
  },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', render: renderJson },
  ics: { mediaType: 'text/calendar; charset=utf-8', extension: 'ics', render: renderIcs },
};

/** The tables of a meeting, each as its own file. */
export const csvTables = {
  roadmap: csvExporter('roadmap'),
  risks: csvExporter('risks'),
  decisions: csvExporter('decisions'),
  actions: csvExporter('actions'),
} satisfies Readonly<Record<string, Exporter>>;
export type CsvTable = keyof typeof csvTables;
