// @vitest-environment jsdom
import { newId, plain, plainText, type RiskRow } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { blocks, readBlock } from '../registry.ts';
import { block } from '../testing/block.ts';
import { caretAt, press, type } from '../testing/keyboard.ts';
import { openEditor } from '../testing/open-editor.ts';

function risk(name: string, mitigation = ''): RiskRow {
  const { rows } = blocks.riskTable.read(blocks.riskTable.fresh(), () => newId());
  const [row] = rows;
  if (!row) throw new Error('a fresh table has a row');
  return { ...row, id: `id of ${name}`, risk: plain(name), mitigation: plain(mitigation) };
}

const risks = (...names: string[]) => ({ type: 'riskTable' as const, rows: names.map((name) => risk(name)) });
const paragraph = (text: string) => block('textBlock', { text: plain(text) });
const decision = (text: string) => block('decision', { text: plain(text) });
const action = (text: string) => block('actionItem', { action: plain(text), owner: 'wen' });

/** The texts of a node's cells, `|` between them. */
const cells = (node: Node | null | undefined): string =>
  (node?.children ?? []).map((cell) => cell.textContent).join('|');
const tableOf = (editor: Editor): string[] => (editor.state.doc.firstChild?.children ?? []).map(cells);
const names = (editor: Editor): string[] => editor.state.doc.children.map((node) => node.type.name);
/** The text of the cell with the caret. */
const here = (editor: Editor): string => editor.state.selection.$from.parent.textContent;

describe('rows', () => {
  test('[M3] Enter makes the next row and goes to its first cell', () => {
    const editor = openEditor([risks('one', 'two')]);
    caretAt(editor, 'one');
    press(editor, 'Enter');
    type(editor, 'new');
    expect(tableOf(editor)).toEqual(['one|', 'new|', 'two|']);
  });

  test('Tab goes from cell to cell, on to the next row, and past the last one makes a row; Shift-Tab goes back', () => {
    const editor = openEditor([risks('one', 'two')]);
    caretAt(editor, 'one');
    press(editor, 'Tab');
    type(editor, 'a');
    press(editor, 'Tab', 'Tab', 'Tab');
    type(editor, 'new');
    expect(tableOf(editor)).toEqual(['one|a', 'two|', 'new|']);
    press(editor, 'Shift-Tab', 'Shift-Tab');
    expect(here(editor)).toBe('two');
  });

  test('Backspace in an empty row takes it out and goes to the row before', () => {
    const editor = openEditor([risks('one', '', 'two')]);
    caretAt(editor, 'two', 'start');
    press(editor, 'Shift-Tab', 'Shift-Tab', 'Backspace');
    expect(tableOf(editor)).toEqual(['one|', 'two|']);
    type(editor, 'b');
    expect(tableOf(editor)).toEqual(['one|b', 'two|']);
  });

  test('Backspace at the start and Delete at the end of a cell leave the row whole', () => {
    const editor = openEditor([risks('one', 'two')]);
    caretAt(editor, 'two', 'start');
    expect(press(editor, 'Backspace')).toBe(true);
    caretAt(editor, 'one');
    expect(press(editor, 'Delete')).toBe(true);
    expect(tableOf(editor)).toEqual(['one|', 'two|']);
  });

  test('Enter in an empty last row leaves the table', () => {
    const editor = openEditor([risks('one')]);
    caretAt(editor, 'one');
    press(editor, 'Enter', 'Enter');
    type(editor, 'after');
    expect(tableOf(editor)).toEqual(['one|']);
    expect(names(editor)).toEqual(['riskTable', 'textBlock']);
    expect(here(editor)).toBe('after');
  });

  test('Mod-Shift-Up and -Down move a row with its caret, and stop at the ends', () => {
    const editor = openEditor([risks('one', 'two', 'three')]);
    caretAt(editor, 'two');
    press(editor, 'Mod-Shift-ArrowUp');
    expect(tableOf(editor)).toEqual(['two|', 'one|', 'three|']);
    type(editor, '!');
    expect(press(editor, 'Mod-Shift-ArrowUp')).toBe(false);
    press(editor, 'Mod-Shift-ArrowDown', 'Mod-Shift-ArrowDown', 'Mod-Shift-ArrowDown');
    expect(tableOf(editor)).toEqual(['one|', 'three|', 'two!|']);
    expect(editor.state.doc.firstChild?.lastChild?.attrs.id).toBe('id of two');
  });
});

test('Mod-a selects the text of the cell, and only once more everything', () => {
  const editor = openEditor([paragraph('above'), risks('Maps', 'Cards')]);
  const selected = (): string => {
    const { from, to } = editor.state.selection;
    return editor.state.doc.textBetween(from, to, '|');
  };
  caretAt(editor, 'Cards');
  press(editor, 'Mod-a');
  expect(selected()).toBe('Cards');
  press(editor, 'Mod-a');
  expect(selected()).toContain('above');
  expect(selected()).toContain('Maps');
});

describe('blocks with cells', () => {
  test('Enter goes from cell to cell and from the last one on to prose', () => {
    const editor = openEditor([decision('Ship')]);
    caretAt(editor, 'Ship');
    press(editor, 'Enter');
    type(editor, 'because');
    press(editor, 'Enter', 'Enter');
    type(editor, 'after');
    expect(editor.state.doc.children.map((node) => node.textContent)).toEqual(['Shipbecause', 'after']);
    expect(names(editor)).toEqual(['decision', 'textBlock']);
    expect(cells(editor.state.doc.firstChild)).toBe('Ship|because|');
  });

  test('Tab in the last cell goes on to what follows, without making anything', () => {
    const editor = openEditor([decision('Ship'), paragraph('next')]);
    caretAt(editor, 'Ship');
    press(editor, 'Tab', 'Tab', 'Tab');
    expect(here(editor)).toBe('next');
    expect(names(editor)).toEqual(['decision', 'textBlock']);
  });

  test('Backspace in an empty one leaves prose in its place', () => {
    const editor = openEditor([decision(''), paragraph('next')]);
    press(editor, 'Backspace');
    type(editor, 'x');
    expect(editor.state.doc.children.map((node) => node.textContent)).toEqual(['x', 'next']);
  });

  test('Mod-Shift-Down moves the block', () => {
    const editor = openEditor([decision('Ship'), paragraph('next')]);
    caretAt(editor, 'Ship');
    press(editor, 'Mod-Shift-ArrowDown');
    expect(names(editor)).toEqual(['textBlock', 'decision']);
    expect(here(editor)).toBe('Ship');
  });
});

describe('action items', () => {
  const items = (editor: Editor) => editor.state.doc.children.map((node) => `${node.textContent}@${node.attrs.owner}`);

  test('[M17] Enter makes the next one, of nobody yet; from an empty one it leaves the list', () => {
    const editor = openEditor([action('call Ana')]);
    caretAt(editor, 'Ana');
    press(editor, 'Enter');
    expect(items(editor)).toEqual(['call Ana@wen', '@null']);
    press(editor, 'Enter');
    expect(names(editor)).toEqual(['actionItem', 'textBlock']);
  });

  test('Enter at the start makes room above: the action keeps its owner', () => {
    const editor = openEditor([action('call Ana')]);
    caretAt(editor, 'call', 'start');
    press(editor, 'Enter');
    expect(items(editor)).toEqual(['@null', 'call Ana@wen']);
  });

  test('Backspace at the start of one with text keeps it', () => {
    const editor = openEditor([paragraph('before'), action('call Ana')]);
    caretAt(editor, 'call', 'start');
    expect(press(editor, 'Backspace')).toBe(true);
    expect(names(editor)).toEqual(['textBlock', 'actionItem']);
  });
});

describe('section headings', () => {
  const heading = block('sectionHeading', { title: plain('Risks') });

  test('Enter goes to the prose below, which is made when there is none', () => {
    const editor = openEditor([heading, risks('one')]);
    caretAt(editor, 'Ri');
    press(editor, 'Enter');
    type(editor, 'x');
    caretAt(editor, 'Ri');
    press(editor, 'Enter');
    expect(editor.state.doc.children.map((node) => node.textContent)).toEqual(['Risks', '', 'x', 'one']);
  });

  test('nothing joins it: not Backspace at its start, nor in the block below', () => {
    const editor = openEditor([paragraph('before'), heading, paragraph('below')]);
    caretAt(editor, 'Ri', 'start');
    press(editor, 'Backspace');
    caretAt(editor, 'below', 'start');
    press(editor, 'Backspace');
    expect(editor.state.doc.children.map((node) => node.textContent)).toEqual(['before', 'Risks', 'below']);
    expect(here(editor)).toBe('Risks');
  });
});

describe('a selection over cells', () => {
  const select = (editor: Editor, from: string, to: string) => {
    caretAt(editor, from, 'end');
    const anchor = editor.state.selection.from;
    caretAt(editor, to, 'start');
    editor.commands.setTextSelection({ from: anchor, to: editor.state.selection.from });
  };

  test.each(['Backspace', 'Delete', 'Enter'])('%s deletes the selected words and whole rows, and no cell', (key) => {
    const editor = openEditor([
      { type: 'riskTable', rows: [risk('one', 'a1 a2'), risk('two', 'b'), risk('three', 'c')] },
    ]);
    select(editor, 'a1', 'ree');
    press(editor, key);
    expect(tableOf(editor)).toEqual(['one|a1', 'ree|c']);
  });

  test('typing over it is the same, with the letter in place', () => {
    const editor = openEditor([risks('one', 'two'), paragraph('text')]);
    select(editor, 'on', 'xt');
    type(editor, 'X');
    expect(tableOf(editor)).toEqual(['onX|']);
    expect(editor.state.doc.lastChild?.textContent).toBe('xt');
  });

  test('whatever else takes cells away, the row gets them back', () => {
    const editor = openEditor([{ type: 'riskTable', rows: [risk('one', 'a')] }]);
    select(editor, 'on', 'a');
    editor.view.dispatch(editor.state.tr.deleteSelection());
    const table = readBlock(editor.state.doc.firstChild?.toJSON(), () => 'x');
    expect(tableOf(editor)).toHaveLength(1);
    expect(editor.state.doc.firstChild?.firstChild?.childCount).toBe(2);
    expect(table.type === 'riskTable' && table.rows.map((row) => plainText(row.risk))).toEqual(['ona']);
  });
});
