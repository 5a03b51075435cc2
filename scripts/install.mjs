// Installs what the lockfile says, when it is not installed yet. Node builtins only: this runs before anything else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const PNPM = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).packageManager;

/** Runs a command in the foreground; resolves to its exit code. Whoever stops this process stops the command too. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    const stop = () => {
      child.kill('SIGTERM');
      process.exit(143);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const each of ['SIGINT', 'SIGTERM']) process.off(each, stop);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** @throws Error with one line for a person when the packages can't be installed. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest('hex');
  const stamp = `${root}node_modules/.duet-installed`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stderr.write('Installing packages …\n');
  const { code, output } = await pnpm(['install', '--frozen-lockfile', '--reporter=append-only']);
  if (code !== 0) {
    process.stderr.write(output);
    throw new Error(`The packages could not be installed (${PNPM} ended with ${code}, see above).`);
  }
  writeFileSync(stamp, lock);
}

/** The package manager at its fixed version, by npx: nothing but Node and npm has to be there. */
function pnpm(args) {
  return new Promise((resolve, reject) => {
    const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
    const child = spawn(npx, ['--yes', PNPM, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output: Buffer.concat(output).toString() }));
  });
}
