// Installs what the lockfile says, when it is not installed yet. Node builtins only: this runs before anything else.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const PNPM = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).packageManager;

/** Runs a command in the foreground; resolves to its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}

/** @throws Error with one line for a person when the packages can't be installed. */
export async function ensureInstalled() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}pnpm-lock.yaml`))
    .digest('hex');
  const stamp = `${root}node_modules/.duet-installed`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  process.stdout.write('Installing packages …\n');
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const code = await run(npx, ['--yes', PNPM, 'install', '--frozen-lockfile', '--reporter=append-only'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (code !== 0)
    throw new Error(`The packages could not be installed (${PNPM} ended with ${code}). Is the npm registry reachable?`);
  writeFileSync(stamp, lock);
}
