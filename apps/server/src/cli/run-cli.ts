import { readConfig } from '../config/config.ts';
import { type Command, ExitCode, type Output } from './command.ts';
import { commands } from './commands.ts';
import { helpOf, overview, usageOf } from './help.ts';
import { parseArguments, UsageError } from './parse-arguments.ts';

export interface Terminal extends Output {
  /** One line on stderr. */
  complain(line: string): void;
}

/** Runs `duet <argv>` to its end. Whatever goes wrong is one line, never a stack trace. */
export async function runCli(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const [name, ...rest] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    terminal.say(overview(commands));
    return ExitCode.fine;
  }
  const command = commands.find((each) => each.name === name);
  if (command) return runCommand(command, rest, env, terminal);
  terminal.complain(name === undefined ? overview(commands) : `There is no command ${name}.\n${overview(commands)}`);
  return ExitCode.usage;
}

async function runCommand(
  command: Command,
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  try {
    const args = parseArguments(command, argv);
    if (args !== null) return await command.run(args, readConfig(env), terminal);
    terminal.say(helpOf(command));
    return ExitCode.fine;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n${usageOf(command)}`);
      return ExitCode.usage;
    }
    const line = error instanceof Error ? error.message : String(error);
    // The server's failures are for whoever started it; a command's are its result.
    if (command.name === 'serve') terminal.complain(line);
    else terminal.say(line);
    return ExitCode.failed;
  }
}
