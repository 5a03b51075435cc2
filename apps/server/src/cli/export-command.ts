import { EXPORT_FORMATS } from '@duet/export';
import { openMaintenance } from '../control/open-maintenance.ts';
import { type Command, ExitCode } from './command.ts';

export const exportCommand: Command = {
  name: 'export',
  usage: `<meeting> --format ${EXPORT_FORMATS.join('|')}`,
  summary: 'print a meeting as it is now',
  details: ['Writes to stdout: duet export <meeting> --format pdf > meeting.pdf'],
  positionals: [1, 1],
  options: { format: EXPORT_FORMATS },
  async run({ positionals: [meeting = ''], options: { format = 'md' } }, config, output) {
    const maintenance = await openMaintenance(config);
    try {
      output.write(await maintenance.export(meeting, format));
    } finally {
      await maintenance.close();
    }
    return ExitCode.fine;
  },
};
