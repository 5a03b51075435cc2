import { stat } from 'node:fs/promises';
import { openLevelStore } from '@duet/storage/level';
import type { Config } from '../config/config.ts';
import { startControlServer } from '../control/control-server.ts';
import { type Log, newLog } from '../log.ts';
import { pageFolder } from '../page-folder.ts';
import { startServer } from '../server.ts';
import { wireDuet } from '../wire-duet.ts';
import { type Command, ExitCode, type Output } from './command.ts';
import { tidyHeap } from './tidy-heap.ts';

/** G11 promises an end within 10 s. What still runs then was acknowledged to nobody. */
const STOP_MS = 9000;

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'serve meetings until it is told to stop',
  details: [
    'Settings are environment variables: PORT, HOST, DUET_DATA, DUET_PUBLIC_URL, DUET_LIMITS,',
    'DUET_TRUST_PROXY, DUET_SMTP_URL, DUET_SMTP_FROM, DUET_WEBHOOK_PRIVATE, LOG_LEVEL.',
  ],
  positionals: [0, 0],
  run: (_args, config, output) => serve(config, output),
};

async function serve(config: Config, output: Output): Promise<ExitCode> {
  tidyHeap();
  const log = newLog(config.logLevel);
  const store = await openLevelStore({ folder: config.dataFolder, logger: log });
  await warnOfReaders(config.dataFolder, log);
  const ending = new Ending();
  const duet = wireDuet({ config, store, log, onFatal: (error) => ending.failed(error) });
  try {
    const server = await startServer({ duet, pageFolder }).catch((error: unknown) => {
      throw new Error(listenFailure(error, config), { cause: error });
    });
    const control = await startControlServer(duet);
    output.say(`Duet is ready at ${config.publicOrigin ?? server.url} (data in ${config.dataFolder})`);
    const failure = await ending.over;
    if (failure !== null) {
      await control.stop();
      throw failure;
    }
    await within(STOP_MS, Promise.all([server.stop(), control.stop()]));
  } finally {
    await store.close().catch(() => undefined);
  }
  return ExitCode.fine;
}

/** A folder that was there before keeps its mode: somebody may have meant it. */
async function warnOfReaders(dataFolder: string, log: Log): Promise<void> {
  const { mode } = await stat(dataFolder);
  if (process.platform === 'win32' || (mode & 0o007) === 0) return;
  log.warn(
    { dataFolder },
    'every account of this machine may look into the data folder, which holds meetings and secrets of webhooks: take that away with chmod o-rwx',
  );
}

/**
 * What ends the server: a signal, or a store that cannot be written any more. It listens for signals from the start:
 * one that comes as soon as the first request is answered ends the server as orderly as any later one.
 */
class Ending {
  /** Resolves to null for a signal. */
  readonly over: Promise<Error | null>;
  #end: (failure: Error | null) => void = () => {};

  constructor() {
    this.over = new Promise((resolve) => {
      this.#end = resolve;
    });
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => this.#end(null));
  }

  failed(error: Error): void {
    this.#end(error);
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, ms).unref());
  await Promise.race([work, late]);
}

function listenFailure(error: unknown, { host, port }: Config): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is taken by another program. Stop it, or choose another port with PORT.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be used by this account. Choose one above 1023 with PORT.`;
  return `Cannot listen on HOST ${host}, port ${port}: ${error instanceof Error ? error.message : String(error)}.`;
}
