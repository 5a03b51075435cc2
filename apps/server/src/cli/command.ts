import type { Config } from '../config/config.ts';

export const ExitCode = { fine: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

export interface Output {
  /** One line for a person, on stdout. */
  say(line: string): void;
  /** Bytes as they are, on stdout. */
  write(bytes: Uint8Array): void;
}

export interface Arguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** One `duet <name>`. */
export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly summary: string;
  /** More to say under `--help`. */
  readonly details: readonly string[];
  /** How many arguments it takes. */
  readonly positionals: readonly [least: number, most: number];
  /** Options that take a value, each with the values allowed. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
  run(args: Arguments, config: Config, output: Output): Promise<ExitCode>;
}
