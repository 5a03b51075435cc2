import type { Command } from './command-list.tsx';
import { bestFirst } from './match.ts';

/** More than these is a wall; another letter shortens it. */
const MOST = 50;

/** What fits, a group at a time. The group of the best one stands first, so that Enter takes the best. */
export function searchCommands<T extends Pick<Command, 'words' | 'also' | 'group' | 'onlyTyped'>>(
  commands: readonly T[],
  query: string,
): readonly T[] {
  const fitting = query.trim() === '' ? commands.filter(({ onlyTyped }) => !onlyTyped) : bestFirst(commands, query);
  const shown = fitting.slice(0, MOST);
  const groups = new Set(shown.map(({ group }) => group));
  return [...groups].flatMap((group) => shown.filter((command) => command.group === group));
}
