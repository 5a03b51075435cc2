import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { restoreBackup } from '@duet/storage/level';
import { type Command, ExitCode } from './command.ts';

export const restoreCommand: Command = {
  name: 'restore',
  usage: '<file>',
  summary: 'bring a backup into an empty DUET_DATA',
  details: ['Refuses a folder that is not empty: move the old one away first, or name a new one with DUET_DATA.'],
  positionals: [1, 1],
  async run({ positionals: [file = ''] }, config, output) {
    await access(file).catch(() => {
      throw new Error(`There is no readable file ${file}. Nothing was changed.`);
    });
    const documents = await restoreBackup(createReadStream(file), config.dataFolder);
    output.say(`Restored ${documents} ${documents === 1 ? 'document' : 'documents'} into ${config.dataFolder}.`);
    return ExitCode.fine;
  },
};
