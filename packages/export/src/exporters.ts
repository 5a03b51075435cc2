import { csvExporter } from './csv/render-csv.ts';
import type { Exporter } from './exporter.ts';
import { renderHtml } from './html/render-html.ts';
import { renderIcs } from './ics/render-ics.ts';
import { renderJson } from './json/render-json.ts';
import { renderMarkdown } from './markdown/render-markdown.ts';

export const EXPORT_FORMATS = ['md', 'html', 'pdf', 'docx', 'json', 'ics'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Every format. The large ones are loaded when somebody asks for them. */
export const exporters: { readonly [Format in ExportFormat]: Exporter } = {
  md: { mediaType: 'text/markdown; charset=utf-8', extension: 'md', render: renderMarkdown },
  html: { mediaType: 'text/html; charset=utf-8', extension: 'html', render: renderHtml },
  pdf: {
    mediaType: 'application/pdf',
    extension: 'pdf',
    render: async (input) => (await import('./pdf/render-pdf.ts')).renderPdf(input),
  },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: async (input) => (await import('./docx/render-docx.ts')).renderDocx(input),
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
