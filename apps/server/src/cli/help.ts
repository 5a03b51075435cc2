import type { Command } from './command.ts';

/** What `duet` says of itself. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Usage: duet <command>',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'duet <command> --help says more. The data folder is DUET_DATA (./data).',
  ].join('\n');
}

export function helpOf({ name, usage, summary, details }: Command): string {
  return [usageOf({ name, usage }), '', `${summary[0]?.toUpperCase()}${summary.slice(1)}.`, ...details].join('\n');
}

export function usageOf({ name, usage }: Pick<Command, 'name' | 'usage'>): string {
  return `Usage: duet ${name}${usage === '' ? '' : ` ${usage}`}`;
}
