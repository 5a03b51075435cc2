// @vitest-environment jsdom
import { newId, plain } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { expect, test } from 'vitest';
import { blocks, isBlockName } from '../registry.ts';
import { block } from '../testing/block.ts';
import { caretAt, press, type } from '../testing/keyboard.ts';
import { openEditor } from '../testing/open-editor.ts';
import { entriesOf } from './places.ts';

const paragraph = (text: string, id = newId()) => block('textBlock', { id, text: plain(text) });
const names = (editor: Editor): string[] => editor.state.doc.children.map((node) => node.type.name);
const texts = (editor: Editor): string[] => editor.state.doc.children.map((node) => node.textContent);
const ids = (editor: Editor): unknown[] =>
  entriesOf(editor.state.doc).flatMap(({ node }) => ('id' in node.attrs ? [node.attrs.id] : []));

test.each(Object.keys(blocks).filter(isBlockName))(
  'insertBlock puts a %s with every cell in place of empty prose, the caret in it',
  (name) => {
    const editor = openEditor([paragraph('before'), paragraph(''), paragraph('after')]);
    editor.commands.setTextSelection(9);
    editor.commands.insertBlock(name);
    expect(names(editor)).toEqual(['textBlock', name, 'textBlock']);
    type(editor, 'typed');
    expect(editor.state.doc.child(1).textContent).toBe('typed');
    expect(() => editor.state.doc.check()).not.toThrow();
    expect(ids(editor).every((id) => typeof id === 'string')).toBe(true);
  },
);

test('insertBlock never replaces text, and goes after the whole table when the caret is in a row', () => {
  const editor = openEditor([paragraph('before')]);
  caretAt(editor, 'before');
  editor.commands.insertBlock('riskTable');
  editor.commands.insertBlock('constraint');
  expect(names(editor)).toEqual(['textBlock', 'riskTable', 'constraint']);
  editor.commands.insertBlock('openQuestion', 0);
  expect(names(editor)).toEqual(['openQuestion', 'textBlock', 'riskTable', 'constraint']);
});

test('addRow adds to a table, after a row, or where the caret is, and nowhere else', () => {
  const editor = openEditor([paragraph('before')]);
  caretAt(editor, 'before');
  expect(editor.commands.addRow()).toBe(false);
  editor.commands.insertBlock('riskTable');
  type(editor, 'a');
  const [, table, row] = entriesOf(editor.state.doc);
  editor.commands.addRow(table?.pos ?? -1);
  type(editor, 'c');
  editor.commands.addRow(row?.node.attrs.id);
  type(editor, 'b');
  expect(editor.state.doc.child(1).children.map((child) => child.textContent)).toEqual(['a', 'b', 'c']);
});

test('setBlockAttributes reaches blocks and rows by id or position; null removes', () => {
  const editor = openEditor([paragraph('one', 'first')]);
  editor.commands.setBlockAttributes('first', { kind: 'check', checked: true });
  expect(editor.state.doc.firstChild?.attrs).toMatchObject({ kind: 'check', checked: true });
  editor.commands.setBlockAttributes(0, { checked: null });
  expect(editor.state.doc.firstChild?.attrs).toMatchObject({ kind: 'check', checked: null });
  expect(editor.commands.setBlockAttributes('nobody', { kind: 'check' })).toBe(false);
});

test('moveBlock moves by steps or to an index', () => {
  const editor = openEditor(['a', 'b', 'c', 'd'].map((text) => paragraph(text, text)));
  editor.commands.moveBlock('a', 'down');
  expect(texts(editor)).toEqual(['b', 'a', 'c', 'd']);
  editor.commands.moveBlock('d', 0);
  expect(texts(editor)).toEqual(['d', 'b', 'a', 'c']);
  expect(editor.commands.moveBlock('c', 4)).toBe(false);
  expect(ids(editor)).toEqual(['d', 'b', 'a', 'c']);
});

test('deleteBlock leaves a block to type in', () => {
  const editor = openEditor([paragraph('one', 'a'), paragraph('two', 'b')]);
  editor.commands.deleteBlock('a');
  editor.commands.deleteBlock('b');
  expect(texts(editor)).toEqual(['']);
  expect(ids(editor)).toHaveLength(1);
});

test('a split and a paste get ids of their own; what stood there keeps its id, below the copy too', () => {
  const editor = openEditor([paragraph('one two', 'a')]);
  caretAt(editor, 'one');
  press(editor, 'Enter');
  const copy = editor.state.doc.firstChild?.toJSON();
  editor.commands.insertContentAt(0, copy);
  expect(texts(editor)).toEqual(['one', 'one', ' two']);
  expect(ids(editor)[1]).toBe('a');
  expect(new Set(ids(editor)).size).toBe(3);
});

test('copies that came from elsewhere stay as they are: everybody would repair them at once', () => {
  const editor = openEditor([paragraph('one', 'a'), paragraph('two', 'a')]);
  caretAt(editor, 'one');
  type(editor, '!');
  expect(ids(editor)).toEqual(['a', 'a']);
  const { tr, schema } = editor.state;
  editor.view.dispatch(
    tr.insert(0, schema.node('textBlock', { id: 'a' })).setMeta('y-sync$', { isChangeOrigin: true }),
  );
  expect(ids(editor)).toEqual(['a', 'a', 'a']);
});
