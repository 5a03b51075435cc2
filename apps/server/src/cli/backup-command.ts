import { open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openMaintenance } from '../control/open-maintenance.ts';
import { type Command, ExitCode } from './command.ts';

export const backupCommand: Command = {
  name: 'backup',
  usage: '<file>',
  summary: 'write everything in DUET_DATA into one file',
  details: [
    'A consistent copy of one moment, checksummed, also while the server runs. Bring it back with duet restore.',
  ],
  positionals: [1, 1],
  async run({ positionals: [file = ''] }, config, output) {
    const maintenance = await openMaintenance(config);
    try {
      const bytes = await writeWhole(resolve(file), maintenance.backup());
      output.say(`Backed up ${config.dataFolder} to ${file} (${bytes} bytes).`);
    } finally {
      await maintenance.close();
    }
    return ExitCode.fine;
  },
};

/** The file appears under its name only when it is complete and on the disk. @returns its size */
async function writeWhole(path: string, chunks: AsyncIterable<Uint8Array>): Promise<number> {
  const part = `${path}.part`;
  let bytes = 0;
  const cannotWrite = (error: NodeJS.ErrnoException): never => {
    throw new Error(`${path} cannot be written (${whyNot(error)}). Nothing was backed up; name another file.`);
  };
  const file = await open(part, 'w', 0o600).catch(cannotWrite);
  try {
    for await (const chunk of chunks) {
      await file.writeFile(chunk);
      bytes += chunk.byteLength;
    }
    await file.sync();
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(part, path).catch(async (error: NodeJS.ErrnoException) => {
    await rm(part, { force: true });
    cannotWrite(error);
  });
  return bytes;
}

function whyNot({ code, message }: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'its folder does not exist',
    ENOTDIR: 'its folder is a file',
    EACCES: 'not allowed',
    EROFS: 'the disk is read-only',
    EISDIR: 'it is a folder',
  };
  return reasons[code ?? ''] ?? message;
}
