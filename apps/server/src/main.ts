import { fileURLToPath } from 'node:url';
import { ExitCode as Exit, type ExitCode } from './cli/command.ts';
import { runCli, type Terminal } from './cli/run-cli.ts';

const terminal: Terminal = {
  say: (line) => process.stdout.write(`${line}\n`),
  write: (bytes) => process.stdout.write(bytes),
  complain: (line) => process.stderr.write(`${line}\n`),
};

/** Meetings, and what webhooks are signed with: nobody else on this machine may read what is written from here on. */
const OWNER_ALONE = 0o077;

/** `duet <argv>` in this process. @returns the exit code */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  process.umask(OWNER_ALONE);
  process.on('uncaughtException', (error) => {
    terminal.complain(
      `Duet stopped because of a fault: ${error.message}. Everything that was saved is safe; start it again.`,
    );
    process.exit(Exit.failed);
  });
  const code = await runCli(argv, process.env, terminal);
  // The caller ends the process with it: by then everything that was printed must have left.
  await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
  return code;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(await main(process.argv.slice(2)));
