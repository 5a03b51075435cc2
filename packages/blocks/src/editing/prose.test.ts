// @vitest-environment jsdom
import { plain, plainText, type TextBlock } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { readBlock } from '../registry.ts';
import { block } from '../testing/block.ts';
import { caretAt, press, type } from '../testing/keyboard.ts';
import { openEditor } from '../testing/open-editor.ts';

const prose = (text: string, attrs: Partial<TextBlock> = {}): TextBlock =>
  block('textBlock', { id: `id of ${text}`, text: plain(text), ...attrs });

/** Each block as one line: kind (level), indents, ticked or not, text. */
function outline(editor: Editor): string[] {
  return editor.state.doc.children.map((node) => {
    const prose = readBlock(node.toJSON(), () => 'x');
    if (prose.type !== 'textBlock') return prose.type;
    const kind = prose.kind === 'heading' ? `h${prose.level}` : prose.kind;
    return `${'>'.repeat(prose.indent)}${kind}${prose.checked ? '+' : ''}: ${plainText(prose.text)}`;
  });
}

test.each([
  ['# one', 'h1: one'],
  ['## one', 'h2: one'],
  ['### one', 'h3: one'],
  ['- one', 'bullet: one'],
  ['* one', 'bullet: one'],
  ['1. one', 'ordered: one'],
  ['[ ] one', 'check: one'],
  ['[] one', 'check: one'],
  ['[x] one', 'check+: one'],
  ['> one', 'quote: one'],
  ['- [ ] one', 'check: one'],
  ['#one', 'paragraph: #one'],
])('typing %j makes %j', (typed, expected) => {
  const editor = openEditor([prose('')]);
  type(editor, typed);
  expect(outline(editor)).toEqual([expected]);
});

test('Backspace right after a shorthand brings back what was typed', () => {
  const editor = openEditor([prose('')]);
  type(editor, '- ');
  press(editor, 'Backspace');
  expect(outline(editor)).toEqual(['paragraph: - ']);
});

test.each([
  ['Mod-Alt-1', 'h1: one'],
  ['Mod-Alt-2', 'h2: one'],
  ['Mod-Alt-3', 'h3: one'],
  ['Mod-Alt-0', 'paragraph: one'],
  ['Mod-Shift-7', 'ordered: one'],
  ['Mod-Shift-8', 'bullet: one'],
  ['Mod-Shift-9', 'check: one'],
  ['Mod-Shift-b', 'quote: one'],
])('%s makes %j, and pressed again a paragraph', (keys, expected) => {
  const editor = openEditor([prose('one')]);
  caretAt(editor, 'one');
  press(editor, keys);
  expect(outline(editor)).toEqual([expected]);
  press(editor, keys);
  expect(outline(editor)).toEqual(['paragraph: one']);
});

test('Enter goes on with the list, its indent and kind, unticked', () => {
  for (const kind of ['bullet', 'ordered', 'check', 'quote'] as const) {
    const editor = openEditor([prose('one two', { kind, indent: 2, checked: kind === 'check' })]);
    caretAt(editor, 'one');
    press(editor, 'Enter');
    const tick = kind === 'check' ? '+' : '';
    expect(outline(editor)).toEqual([`>>${kind}${tick}: one`, `>>${kind}:  two`]);
    expect(editor.state.doc.firstChild?.attrs.id).toBe('id of one two');
  }
});

test('Enter at the end of a heading goes on with a paragraph, within it with a heading', () => {
  const editor = openEditor([prose('one two', { kind: 'heading', level: 3 })]);
  caretAt(editor, 'two');
  press(editor, 'Enter');
  caretAt(editor, 'one');
  press(editor, 'Enter');
  expect(outline(editor)).toEqual(['h3: one', 'h3:  two', 'paragraph: ']);
});

test('Enter at the start makes room above; the text stays in its block', () => {
  const editor = openEditor([prose('one')]);
  caretAt(editor, 'one', 'start');
  press(editor, 'Enter');
  expect(outline(editor)).toEqual(['paragraph: ', 'paragraph: one']);
  expect(editor.state.doc.lastChild?.attrs.id).toBe('id of one');
  type(editor, 'new ');
  expect(outline(editor)).toEqual(['paragraph: ', 'paragraph: new one']);
});

test('Enter in an empty item goes out of the list, one indent at a time', () => {
  const editor = openEditor([prose('', { kind: 'bullet', indent: 1 })]);
  press(editor, 'Enter');
  expect(outline(editor)).toEqual(['bullet: ']);
  press(editor, 'Enter');
  expect(outline(editor)).toEqual(['paragraph: ']);
});

test('Enter replaces what is selected, across blocks too', () => {
  const editor = openEditor([prose('one two'), prose('three four')]);
  editor.commands.setTextSelection({ from: 4, to: 15 });
  press(editor, 'Enter');
  expect(outline(editor)).toEqual(['paragraph: one', 'paragraph:  four']);
});

test('Enter keeps bold going', () => {
  const editor = openEditor([prose('one')]);
  editor.commands.selectAll();
  editor.commands.setBold();
  caretAt(editor, 'one');
  press(editor, 'Enter');
  type(editor, 'x');
  expect(editor.state.doc.lastChild?.firstChild?.marks.map((mark) => mark.type.name)).toEqual(['bold']);
});

test('Backspace at the start takes away the kind, then the indent, then joins', () => {
  const editor = openEditor([prose('one'), prose('two', { kind: 'check', indent: 1, checked: true })]);
  caretAt(editor, 'two', 'start');
  const steps = [1, 2, 3].map(() => {
    press(editor, 'Backspace');
    return outline(editor).join(' / ');
  });
  expect(steps).toEqual(['paragraph: one / >paragraph: two', 'paragraph: one / paragraph: two', 'paragraph: onetwo']);
  type(editor, '-');
  expect(outline(editor)).toEqual(['paragraph: one-two']);
});

test('Backspace after an empty block removes that one; the block with the text stays what it is', () => {
  const editor = openEditor([prose('', { kind: 'heading' }), prose('two')]);
  caretAt(editor, 'two', 'start');
  press(editor, 'Backspace');
  expect(outline(editor)).toEqual(['paragraph: two']);
  expect(editor.state.doc.firstChild?.attrs.id).toBe('id of two');
});

test('Delete at the end joins what follows, and leaves alone what is closed', () => {
  const editor = openEditor([
    prose('one'),
    prose('two'),
    { type: 'sectionHeading', id: 's', key: null, minutes: null, opener: null, title: plain('Risks') },
  ]);
  caretAt(editor, 'one');
  press(editor, 'Delete');
  expect(outline(editor)).toEqual(['paragraph: onetwo', 'sectionHeading']);
  caretAt(editor, 'onetwo');
  expect(press(editor, 'Delete')).toBe(true);
  expect(outline(editor)).toEqual(['paragraph: onetwo', 'sectionHeading']);
});

test('Tab and Shift-Tab indent every selected block, within bounds', () => {
  const editor = openEditor([prose('one', { kind: 'bullet' }), prose('two', { kind: 'bullet', indent: 7 })]);
  editor.commands.selectAll();
  press(editor, 'Tab', 'Tab');
  expect(outline(editor)).toEqual(['>>bullet: one', '>>>>>>>>bullet: two']);
  press(editor, 'Shift-Tab', 'Shift-Tab');
  expect(outline(editor)).toEqual(['bullet: one', '>>>>>>bullet: two']);
});

test('Shift-Tab where there is no indent lets the focus go on', () => {
  const editor = openEditor([prose('one')]);
  expect(press(editor, 'Shift-Tab')).toBe(false);
});

test('Shift-Enter breaks the line within the same text', () => {
  const editor = openEditor([prose('one')]);
  caretAt(editor, 'one');
  press(editor, 'Shift-Enter');
  type(editor, 'two');
  expect(outline(editor)).toEqual(['paragraph: one\ntwo']);
});

test('ordered items are numbered list by list, and over what is indented below them', () => {
  const ordered = (text: string, indent = 0) => prose(text, { kind: 'ordered', indent });
  const editor = openEditor([
    ordered('a'),
    ordered('b', 1),
    prose('c', { indent: 1 }),
    ordered('d', 1),
    ordered('e'),
    prose('f'),
    ordered('g'),
  ]);
  const numbers = () =>
    [...editor.view.dom.querySelectorAll('[data-number]')].map(
      (item) => `${item.textContent}${item.getAttribute('data-number')}`,
    );
  expect(numbers()).toEqual(['a1', 'b1', 'd1', 'e2', 'g1']);
  caretAt(editor, 'f');
  press(editor, 'Mod-Shift-7');
  expect(numbers()).toEqual(['a1', 'b1', 'd1', 'e2', 'f3', 'g4']);
});
