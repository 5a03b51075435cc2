import { blocks } from '@duet/blocks';
import { press, type } from '@duet/blocks/testing';
import type { BlockName } from '@duet/domain';
import type { Random } from '@duet/sync/testing';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** What hands do at an editor: with its keys, letters and commands, at places that chance picks. */

const KEYS = [
  ...['Enter', 'Enter', 'Enter', 'Shift-Enter', 'Backspace', 'Backspace', 'Delete', 'Tab', 'Tab', 'Shift-Tab'],
  ...['Mod-Alt-0', 'Mod-Alt-1', 'Mod-Alt-2', 'Mod-Shift-7', 'Mod-Shift-8', 'Mod-Shift-9', 'Mod-Shift-b', 'Mod-b'],
  ...['Mod-Shift-ArrowUp', 'Mod-Shift-ArrowDown'],
];
const SHORTHAND = ['# ', '- ', '1. ', '[ ] ', '> '];
const NAMES = Object.keys(blocks) as BlockName[];

function putCaret(editor: Editor, random: Random): void {
  const texts = textsOf(editor);
  const { pos, size } = random.pick(texts) ?? { pos: 0, size: 0 };
  select(editor, pos + random.below(size + 1), null);
}

export function typeSomewhere(editor: Editor, random: Random, letters: string): void {
  // People go on where they are more often than they go elsewhere.
  if (random.chance(0.6)) putCaret(editor, random);
  if (random.chance(0.08)) type(editor, random.pick(SHORTHAND) ?? '');
  type(editor, letters);
}

export function pressSomewhere(editor: Editor, random: Random): void {
  if (random.chance(0.7)) putCaret(editor, random);
  press(editor, random.pick(KEYS) ?? 'Enter');
}

/** Deletes or types over a selection, within a text or across several. */
export function deleteSelection(editor: Editor, random: Random, letters: string): void {
  const { size } = editor.state.doc.content;
  const from = random.below(size + 1);
  select(editor, from, Math.min(size, from + 1 + random.below(12)));
  if (random.chance(0.5)) press(editor, 'Backspace') || editor.commands.deleteSelection();
  else type(editor, letters);
}

export function paste(
  { view }: Editor,
  random: Random,
  [first = '', second = '', third = '']: readonly string[],
): void {
  const html = random.pick([
    `<p>${first}</p><h2>${second}</h2><ul><li>${third}</li></ul>`,
    `<p>${first}<strong>${second}</strong></p>`,
    `${first}${second}${third}`,
  ]);
  view.pasteHTML(html ?? '', new ClipboardEventLike('paste'));
}

export function runCommand(editor: Editor, random: Random): void {
  const { commands, state } = editor;
  const entries: number[] = [];
  state.doc.forEach((node, pos) => {
    entries.push(pos);
    if (node.type.name.endsWith('Table')) node.forEach((_row, offset) => void entries.push(pos + 1 + offset));
  });
  const entry = random.pick(entries) ?? 0;
  switch (random.below(6)) {
    case 0:
      commands.insertBlock(
        random.pick(NAMES) ?? 'textBlock',
        random.chance(0.5) ? undefined : endOfBlock(editor, random),
      );
      break;
    case 1:
      commands.addRow(random.chance(0.5) ? undefined : entry);
      break;
    case 2:
      commands.moveBlock(entry, random.pick(['up', 'down', random.below(6)]) ?? 'up');
      break;
    case 3:
      if (random.chance(0.5)) commands.deleteBlock(entry);
      break;
    case 4:
      commands.setBlockAttributes(entry, { state: random.pick(['open', 'mitigated', 'done', null]) });
      break;
    default:
      putCaret(editor, random);
      editor.commands.toggleTextKind(random.pick(['heading', 'bullet', 'ordered', 'quote', 'check']) ?? 'bullet');
  }
}

function endOfBlock({ state }: Editor, random: Random): number {
  const ends: number[] = [0];
  state.doc.forEach((node, pos) => void ends.push(pos + node.nodeSize));
  return random.pick(ends) ?? 0;
}

function textsOf({ state }: Editor): readonly { pos: number; size: number }[] {
  const texts: { pos: number; size: number }[] = [];
  state.doc.descendants((node, pos) => {
    if (node.isTextblock) texts.push({ pos: pos + 1, size: node.content.size });
    return !node.isTextblock;
  });
  return texts;
}

function select({ view }: Editor, from: number, to: number | null): void {
  const { doc, tr } = view.state;
  const $from = doc.resolve(from);
  view.dispatch(
    tr.setSelection(to === null ? TextSelection.near($from) : TextSelection.between($from, doc.resolve(to))),
  );
}

/** jsdom has no clipboard. */
class ClipboardEventLike extends Event implements ClipboardEvent {
  readonly clipboardData = null;
}
