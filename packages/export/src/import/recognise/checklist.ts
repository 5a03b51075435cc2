import { make, plainText, type Side } from '@duet/domain';
import { isItem, type Recogniser } from './recogniser.ts';

/** Whose part an item is: said by its first word, else by what it is about. */
const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/^(?:both|all|everyone|everybody)\b/i, 'other'],
  [/^[^\p{L}]{0,3}(?:the )?(?:pms?|product(?: manager| team| side)?)\b(?! decisions?)/iu, 'product'],
  [/^[^\p{L}]{0,3}(?:the )?(?:ems?|eng|engineering(?: manager| team| side| lead)?|tech lead)\b/iu, 'engineering'],
  [/\bproduct decisions?\b/i, 'product'],
  [/\b(?:architecture|technical design|design doc(?:ument)?s?)\b/i, 'engineering'],
];

/** Every item of a list in the checklist before the meeting is a box to tick. */
export const checklistItem: Recogniser = (nodes, at, { section }) => {
  const node = nodes[at];
  if (section?.kind !== 'checklist' || !isItem(node)) return null;
  const words = plainText(node.text).slice(0, 400);
  const side = SIDES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return {
    blocks: [make.textBlock({ kind: 'check', indent: node.indent, checked: node.checked, side, text: node.text })],
    used: 1,
  };
};
