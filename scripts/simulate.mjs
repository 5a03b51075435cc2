// Tells random stories of a meeting in a world that fails. `--minutes 10`, `--seed N`, `--bare` without editors, `--structural` for the table.
import { join } from 'node:path';
import { ensureInstalled, root, run } from './install.mjs';

try {
  await ensureInstalled();
  const main = join(root, 'simulation/src/main.ts');
  process.exitCode = await run(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)]);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
