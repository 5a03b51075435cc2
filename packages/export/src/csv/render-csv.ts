import { stringify } from 'csv-stringify/sync';
import { bytesOf } from '../bytes.ts';
import type { Exporter } from '../exporter.ts';
import { tableOf } from './tables.ts';

/**
 * RFC 4180. The byte order mark tells Excel that it is UTF-8. A cell that a spreadsheet would run as a formula
 * gets an apostrophe in front (G25).
 */
export function csvExporter(name: Parameters<typeof tableOf>[0]): Exporter {
  return {
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    render: async (input) => {
      const { header, rows } = tableOf(name, input);
      return bytesOf(stringify([header, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true }));
    },
  };
}
