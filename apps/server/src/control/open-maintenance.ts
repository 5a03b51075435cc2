import { access } from 'node:fs/promises';
import { openLevelStore } from '@duet/storage/level';
import type { Config } from '../config/config.ts';
import { newLog } from '../log.ts';
import { Problem } from '../problem.ts';
import { wireDuet } from '../wire-duet.ts';
import { connectControl } from './control-client.ts';
import { readControlFile } from './control-file.ts';
import { type Maintenance, maintenanceOf } from './maintenance.ts';

/**
 * Through the server that owns the data folder; without one, the folder is opened here.
 * @param mayMake whether a folder that is missing is made
 */
export async function openMaintenance(config: Config, mayMake = false): Promise<Maintenance> {
  const { dataFolder } = config;
  const address = await readControlFile(dataFolder);
  const remote = address && (await connectControl(address));
  if (remote) return remote;
  await access(dataFolder).catch(() => {
    if (mayMake) return;
    throw new Problem('not-found', `There is no data folder ${dataFolder}. Say where it is with DUET_DATA.`);
  });
  const log = newLog('fatal');
  const store = await openLevelStore({ folder: dataFolder, logger: log });
  const duet = wireDuet({ config, store, log, onFatal: () => {} });
  return {
    ...maintenanceOf(duet),
    async close() {
      await duet.sync.close();
      await store.close();
    },
  };
}
