import { firstName, listed } from '../../people/person-words.ts';
import type { WaitingTexts } from './use-waiting-texts.ts';

/** "2 texts were lost in a merge. 1 late edit from Tomas." Empty when nothing waits. */
export function waitingWords({ rescued, late }: WaitingTexts): string {
  const authors = [...new Set(late.map(({ author }) => firstName(author.name)))];
  return [
    rescued.length > 0 && `${counted(rescued.length, 'text was', 'texts were')} lost in a merge.`,
    late.length > 0 && `${counted(late.length, 'late edit', 'late edits')} from ${listed(authors)}.`,
  ]
    .filter((words) => words !== false)
    .join(' ');
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
