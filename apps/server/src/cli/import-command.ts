import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { decodeText, type ImportMediaType } from '@duet/export/import';
import { openMaintenance } from '../control/open-maintenance.ts';
import { type Command, ExitCode } from './command.ts';

const MEDIA_TYPES: Readonly<Record<string, ImportMediaType>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
};

export const importCommand: Command = {
  name: 'import',
  usage: '<file>',
  summary: 'make a meeting of notes: Markdown, HTML or plain text',
  details: ['Prints what was recognised and the invite links, which are told only this once.'],
  positionals: [1, 1],
  async run({ positionals: [file = ''] }, config, output) {
    const bytes = await readFile(file).catch(() => {
      throw new Error(`There is no readable file ${file}. Nothing was created.`);
    });
    const text = decodeText(bytes);
    const mediaType = MEDIA_TYPES[extname(file).toLowerCase()] ?? 'text/plain';
    const maintenance = await openMaintenance(config, true);
    try {
      const { id, title, links, recognised } = await maintenance.import({ mediaType, text });
      const counts = Object.entries(recognised).map(([kind, count]) => `${count} ${kind}`);
      output.say(`Imported "${title}" as ${id}: ${counts.join(', ')}.`);
      for (const [role, link] of Object.entries(links)) output.say(`${role}: ${link}`);
    } finally {
      await maintenance.close();
    }
    return ExitCode.fine;
  },
};
