import { isBlank, SIDE_WORDS, type TextBlock } from '@duet/domain';
import type { ProsePart } from './page.ts';

/** Texts that follow each other. Ordered items are numbered on from the one before on the same indent. */
export function proseParts(blocks: readonly TextBlock[]): readonly ProsePart[] {
  const counters: number[] = [];
  return blocks
    .filter((block) => !isBlank(block.text))
    .map((block) => {
      counters.length = block.indent + 1;
      const number = block.kind === 'ordered' ? (counters[block.indent] ?? 0) + 1 : 0;
      counters[block.indent] = number;
      return {
        kind: 'prose',
        id: block.id,
        style: block.kind,
        level: block.level,
        indent: block.indent,
        checked: block.checked,
        number,
        side: block.kind === 'check' && block.side ? { side: block.side, words: SIDE_WORDS[block.side] } : null,
        text: block.text,
      };
    });
}
