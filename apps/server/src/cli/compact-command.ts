import { openMaintenance } from '../control/open-maintenance.ts';
import { type Command, ExitCode } from './command.ts';

export const compactCommand: Command = {
  name: 'compact',
  usage: '[<meeting>]',
  summary: 'replace the log of one meeting, or of all, by a snapshot',
  details: ['The server does this by itself when it pays. Labelled versions of the history stay.'],
  positionals: [0, 1],
  async run({ positionals: [meeting = null] }, config, output) {
    const maintenance = await openMaintenance(config);
    let count = 0;
    try {
      for await (const document of maintenance.compact(meeting)) {
        count++;
        output.say(`compacted ${document}`);
      }
    } finally {
      await maintenance.close();
    }
    output.say(`Compacted ${count} ${count === 1 ? 'document' : 'documents'}.`);
    return ExitCode.fine;
  },
};
