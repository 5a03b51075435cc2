// `npm run duet -- <command>`: the command line, installed and built first where that is needed.
import { buildStale } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runDuet } from './run-duet.mjs';

await runDuet(process.argv.slice(2), async () => {
  await ensureInstalled();
  await buildStale();
});
