// Measures Duet beside other servers, on this machine, in turn. `--quick` for a rough look, `--only=fan-out` for one part.
// `--browser` measures the page in Chromium instead (`--only=typing,opening,script,exports`).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { buildStale } from './build.mjs';
import { ensureInstalled, root, run } from './install.mjs';

const peers = join(root, 'bench/peers');
try {
  if (process.platform !== 'linux')
    throw new Error('The benchmark reads figures of processes from /proc: it needs Linux.');
  await ensureInstalled();
  await buildStale();
  if (!existsSync(join(peers, 'node_modules'))) {
    process.stdout.write('Installing the servers to compare with …\n');
    const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: peers });
    if (code !== 0) throw new Error('The servers to compare with could not be installed.');
  }
  const inBrowser = process.argv.includes('--browser');
  const script = join(root, inBrowser ? 'bench/src/browser/main.ts' : 'bench/src/main.ts');
  const env = inBrowser ? { ...process.env, CHROMIUM: await findBrowser() } : process.env;
  process.exitCode = await run(process.execPath, ['--import', 'tsx', script, ...process.argv.slice(2)], { env });
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
