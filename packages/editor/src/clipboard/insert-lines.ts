import { type Block, joinLines, make, plain } from '@duet/domain';
import type { EditorView } from '@tiptap/pm/view';
import { insertBlocks, insertInline, isProse } from './insert-blocks.ts';

const LONGEST = 96 * 1024;
const MOST_LINES = 2_000;

/** A text as it is: within a cell with its line ends, elsewhere a paragraph for each line. False when it is too much, or none. */
export function insertLines(view: EditorView, text: string): boolean {
  if (text.trim() === '' || text.length > LONGEST) return false;
  const lines = text
    .replaceAll('\0', '')
    .trimEnd()
    .split(/\r\n?|\n/);
  if (lines.length > MOST_LINES) return false;
  const { state } = view;
  if (lines.length === 1 || !isProse(state.selection.$from)) {
    insertInline(view, joinLines(lines.map(plain)));
  } else {
    insertBlocks(
      view,
      lines.map((line): Block => make.textBlock({ text: plain(line) })),
    );
  }
  return true;
}
