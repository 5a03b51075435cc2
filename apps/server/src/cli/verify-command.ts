import { openMaintenance } from '../control/open-maintenance.ts';
import { type Command, ExitCode } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: '',
  summary: 'check every document of DUET_DATA for damage and holes',
  details: ['Works beside a running server or without one. Exits 1 and names what is damaged, if anything is.'],
  positionals: [0, 0],
  async run(_args, config, output) {
    const maintenance = await openMaintenance(config);
    let whole = 0;
    let damaged = 0;
    try {
      for await (const { document, damage, note } of maintenance.verify()) {
        if (damage === null) whole++;
        else damaged++;
        if (damage !== null) output.say(`damaged: ${document}: ${damage}`);
        if (note !== null) output.say(`note: ${document}: ${note}`);
      }
    } finally {
      await maintenance.close();
    }
    output.say(`${whole} ${whole === 1 ? 'document is' : 'documents are'} whole, ${damaged} damaged.`);
    return damaged === 0 ? ExitCode.fine : ExitCode.failed;
  },
};
