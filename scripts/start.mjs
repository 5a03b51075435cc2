// `npm start`: installs what is missing, builds what is stale, then serves in this very process, so that a signal
// to it is a signal to the server.
import { buildStale } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { runDuet } from './run-duet.mjs';

await runDuet(['serve'], async () => {
  await ensureInstalled();
  await buildStale();
});
