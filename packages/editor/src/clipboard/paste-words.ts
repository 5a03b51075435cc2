import type { PastedCounts } from './insert-pasted.ts';

export const TOO_MUCH =
  'That is more than a meeting can take at once, so nothing was pasted. Paste it in parts, or import it from the home page as a meeting of its own.';

const REFUSALS: Readonly<Record<string, string>> = {
  'too-large': 'There is too much around the text to read it as notes, so it came in as plain text.',
  'too-many-parts': 'There are too many parts to read it as notes, so it came in as plain text.',
  'too-deep': 'It is nested too deeply to be read as notes, so it came in as plain text.',
  empty: 'There is no text in what was copied, so nothing was pasted.',
  locked: 'The notes were locked before the text could come in, so nothing was pasted. It is still in your clipboard.',
};
const UNREAD = 'It could not be read as notes, so it came in as plain text.';

/** Why something came in as plain text, or not at all. */
export function refusalWords(code: string): string {
  return REFUSALS[code] ?? UNREAD;
}

const NOUNS = {
  roadmapTable: ['roadmap row', 'roadmap rows'],
  upcomingItem: ['upcoming item', 'upcoming items'],
  constraint: ['constraint', 'constraints'],
  riskTable: ['risk', 'risks'],
  decision: ['decision', 'decisions'],
  actionItem: ['action item', 'action items'],
  openQuestion: ['question', 'questions'],
  textBlock: ['line of text', 'lines of text'],
  sectionHeading: ['section', 'sections'],
} as const satisfies Record<string, readonly [string, string]>;

/** "Pasted 3 roadmap rows, 1 risk and 2 lines of text"; null where it is all text, which needs no words. */
export function pastedWords(counts: PastedCounts): string | null {
  if (![...counts.keys()].some((type) => type !== 'textBlock')) return null;
  const parts = [...counts].map(([type, count]) => `${count} ${NOUNS[type][count === 1 ? 0 : 1]}`);
  const last = parts.pop();
  return `Pasted ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}`;
}
