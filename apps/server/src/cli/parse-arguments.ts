import { parseArgs } from 'node:util';
import type { Arguments, Command } from './command.ts';

/** Why the arguments of a command cannot be used, in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** @returns null when help is wanted. @throws UsageError */
export function parseArguments(command: Command, argv: readonly string[]): Arguments | null {
  const options = Object.fromEntries(
    Object.keys(command.options ?? {}).map((name) => [name, { type: 'string' as const }]),
  );
  const { help, positionals, values } = parse(argv, options);
  if (help) return null;
  for (const [name, allowed] of Object.entries(command.options ?? {})) {
    const value = values[name];
    if (value !== undefined && !allowed.includes(value)) {
      throw new UsageError(`--${name} is ${JSON.stringify(value)}, but must be one of ${allowed.join(', ')}.`);
    }
  }
  const [least, most] = command.positionals;
  if (positionals.length < least) throw new UsageError('An argument is missing.');
  if (positionals.length > most) throw new UsageError(`Too many arguments: ${positionals.slice(most).join(' ')}`);
  return { positionals, options: values };
}

function parse(argv: readonly string[], options: Record<string, { type: 'string' }>) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    });
    const { help, ...others } = values;
    return { help: help === true, positionals, values: others as Record<string, string | undefined> };
  } catch (error) {
    // Node's message is a sentence of its own, with advice about `--` after it.
    throw new UsageError(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error));
  }
}
