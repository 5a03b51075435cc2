import { orderedNumbers } from '@duet/blocks';
import { isBlank, SIDE_WORDS, type TextBlock } from '@duet/domain';
import type { ProsePart } from './page.ts';

/** Texts that follow each other; the empty ones only made room on the screen. */
export function proseParts(blocks: readonly TextBlock[]): readonly ProsePart[] {
  const numbers = orderedNumbers(blocks);
  return blocks.flatMap((block, index): readonly ProsePart[] => {
    if (isBlank(block.text)) return [];
    return [
      {
        kind: 'prose',
        id: block.id,
        style: block.kind,
        level: block.level,
        indent: block.indent,
        checked: block.checked,
        number: numbers[index] ?? 0,
        side: block.kind === 'check' && block.side ? { side: block.side, words: SIDE_WORDS[block.side] } : null,
        text: block.text,
      },
    ];
  });
}
