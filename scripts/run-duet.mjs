// Runs the built server's command line in this process.
import { existsSync } from 'node:fs';

const MAIN = new URL('../apps/server/dist/main.js', import.meta.url);

/** Prepares, then runs `duet <argv>`; ends the process with its exit code. A failure to prepare is one line. */
export async function runDuet(argv, prepare) {
  try {
    await prepare();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  if (!existsSync(MAIN)) {
    process.stderr.write('The server is not built: apps/server/dist/main.js is missing.\n');
    process.exit(1);
  }
  const { main } = await import(MAIN);
  process.exit(await main(argv));
}
