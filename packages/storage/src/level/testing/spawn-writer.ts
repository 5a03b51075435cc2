import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { PowerCut } from './power-cut.ts';
import type { Report } from './writer-process.ts';

const REPOSITORY = fileURLToPath(new URL('../../../../../', import.meta.url));
const SCRIPT = fileURLToPath(new URL('./writer-process.ts', import.meta.url));

export interface Writer {
  readonly process: ChildProcess;
  /** What the process reported, one by one; ends with the process. */
  readonly reports: AsyncIterator<Report>;
  readonly exited: Promise<unknown>;
  /** Lets a writer in step mode make its next group of commits. */
  step(): void;
  kill(): Promise<void>;
}

/** `fileBlocks` limits the size of every file that the process may write (`ulimit -f`), like a disk that is full. */
export function spawnWriter(
  folder: string,
  mode: 'run' | 'step',
  documents: readonly string[],
  { fileBlocks, environment }: { fileBlocks?: number; environment?: PowerCut['environment'] } = {},
): Writer {
  const node = ['--import', 'tsx', SCRIPT, folder, mode, ...documents];
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
  const child = spawn('sh', ['-c', `${limit}exec "$0" "$@"`, process.execPath, ...node], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  return {
    process: child,
    reports: readReports(child)[Symbol.asyncIterator](),
    exited,
    step: () => child.stdin.write('\n'),
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

async function* readReports(child: ChildProcess): AsyncGenerator<Report> {
  if (child.stdout === null) return;
  for await (const line of createInterface({ input: child.stdout })) yield JSON.parse(line) as Report;
}
