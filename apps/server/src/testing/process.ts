import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let bundled: Promise<string> | null = null;

/** The server as people run it, bundled once a test file. It lies where the packages that are not bundled are found. */
function mainFile(): Promise<string> {
  bundled ??= bundle();
  return bundled;
}

async function bundle(): Promise<string> {
  const outDir = await mkdtemp(join(ROOT, 'node_modules', '.duet-test-'));
  await build({ root: ROOT, logLevel: 'silent', build: { outDir, sourcemap: false } });
  return join(outDir, 'main.js');
}

afterAll(async () => {
  if (bundled) await rm(join(await bundled, '..'), { recursive: true, force: true });
});

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DuetProcess {
  readonly child: ChildProcess;
  /** The address, once it says that it is ready. @throws with what it printed when it ends instead */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
}

/** `duet <args>` as a process of its own, killed with the test. */
export async function duetProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<DuetProcess> {
  const child = spawn(process.execPath, [await mainFile(), ...args], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output = { stdout: '', stderr: '' };
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, ...output })));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output.stdout += chunk;
      const url = /ready at (\S+)/.exec(output.stdout)?.[1];
      if (url) resolve(url);
    });
    ended.then(({ stdout, stderr }) => reject(new Error(stdout + stderr)), reject);
  });
  // Commands that end by themselves are never "ready".
  ready.catch(() => {});
  return { child, ready, ended };
}

/** A command that ends by itself. */
export async function duet(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  return (await duetProcess(args, env)).ended;
}
