// `npm run dev`: the server, restarted when a source changes, and the page, replaced in place while it is edited.
import { spawn } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';

const PAGE = 'http://localhost:5173';

try {
  await ensureInstalled();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

const port = process.env.PORT ?? '4000';
const started = [
  spawn(process.execPath, [`${root}node_modules/tsx/dist/cli.mjs`, 'watch', 'apps/server/src/main.ts', 'serve'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', '--clearScreen', 'false'], {
    cwd: `${root}apps/web`,
    stdio: 'inherit',
    env: { ...process.env, DUET_DEV_SERVER_PORT: port },
  }),
];
process.stdout.write(`Open ${PAGE}\n`);

// What one of the two cannot do without the other: a signal, or the end of one, ends both.
let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  for (const child of started) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
for (const child of started) child.on('exit', stop);
