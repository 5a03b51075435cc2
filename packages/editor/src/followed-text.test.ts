// @vitest-environment jsdom
import { block, caretAt, press, type } from '@duet/blocks/testing';
import { plain } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type LinkedEditors, linkEditors } from './testing.ts';

let net: LinkedEditors | null = null;
afterEach(() => {
  net?.destroy();
  net = null;
});

const row = {
  owner: null,
  likelihood: null,
  likelihoodNote: null,
  impact: null,
  impactNote: null,
  mitigation: plain(''),
};
const risk = (id: string, text: string) =>
  ({ ...row, id, risk: plain(text), state: 'open', escalatedTo: null, origin: null, carried: 0, since: null }) as const;
const risks = (...texts: string[]) => block('riskTable', { rows: texts.map((text) => risk(text, text)) });
const prose = (text: string) => block('textBlock', { text: plain(text) });

function two(...blocks: Parameters<typeof linkEditors>[1]): readonly [Editor, Editor] {
  net = linkEditors(2, blocks);
  const [ana, ben] = net.peers;
  if (!ana || !ben) throw new Error('two editors were asked for');
  return [ana.editor, ben.editor];
}

/** Puts the caret so many letters into the text that holds `words`. */
function caretIn(editor: Editor, words: string, letters: number): void {
  caretAt(editor, words, 'start');
  const { from } = editor.state.selection;
  editor.commands.setTextSelection({ from: from + letters, to: from + letters });
}

/** The text around the caret, with a bar where it is. */
function around({ state }: Editor): string {
  const { parent, parentOffset } = state.selection.$head;
  return `${parent.textContent.slice(0, parentOffset)}|${parent.textContent.slice(parentOffset)}`;
}

describe('[M19] two people write in one text', () => {
  const WORDS = 'one two three';

  test.each([
    ['a line of text', () => prose(WORDS)],
    ['a cell of a row', () => risks('first', WORDS, 'last')],
  ])('%s: at the same time, each a word of their own, wherever the other writes', (_, make) => {
    const place = fc.nat(WORDS.length);
    const turns = fc.array(fc.record({ who: fc.constantFrom(0, 1), hears: fc.boolean() }), { maxLength: 24 });
    fc.assert(
      fc.property(place, place, turns, (here, there, takes) => {
        const both = two(prose('above'), make(), prose('below'));
        caretIn(both[0], WORDS, here);
        caretIn(both[1], WORDS, there);
        const written = ['', ''];
        for (const { who, hears } of takes) {
          type(both[who] as Editor, who === 0 ? 'A' : 'B');
          written[who] += who === 0 ? 'A' : 'B';
          if (hears) net?.settle();
        }
        net?.settle();
        const text = both[0].state.selection.$head.parent.textContent;
        expect(both[1].state.selection.$head.parent.textContent).toBe(text);
        for (const word of written) expect(text).toContain(word);
        expect(text.replace(/[AB]/g, '')).toBe(WORDS);
        net?.destroy();
      }),
      { numRuns: 20 },
    );
  });

  test('what somebody writes before the caret takes it along, also at the very start of the notes', () => {
    const [ana, ben] = two(prose(WORDS));
    caretIn(ana, WORDS, 4);
    caretIn(ben, WORDS, 0);
    type(ben, 'zero ');
    net?.settle();
    expect(around(ana)).toBe('zero one |two three');
    expect(around(ben)).toBe('zero |one two three');
    type(ana, 'and ');
    net?.settle();
    expect(around(ben)).toBe('zero |one and two three');
  });

  test('selected words stay selected', () => {
    const [ana, ben] = two(prose(WORDS));
    caretIn(ana, WORDS, 4);
    const { from } = ana.state.selection;
    ana.commands.setTextSelection({ from, to: from + 3 });
    caretIn(ben, WORDS, 2);
    type(ben, 'xy');
    caretIn(ben, 'three', 5);
    type(ben, '!');
    net?.settle();
    const selection = ana.state.selection;
    expect(ana.state.doc.textBetween(selection.from, selection.to)).toBe('two');
  });
});

test('[M29] undo leaves the caret where one’s own words were, not among somebody else’s', () => {
  const [ana, ben] = two(prose('one two'));
  const { undoManager } = yUndoPluginKey.getState(ana.state);
  caretIn(ana, 'one two', 4);
  for (const words of ['fro', 'm A', 'na ']) {
    type(ana, words);
    undoManager.stopCapturing();
  }
  net?.settle();
  caretAt(ben, 'two', 'start');
  type(ben, 'from Ben ');
  net?.settle();
  const seen = [around(ana)];
  while (ana.commands.undo()) seen.push(around(ana));
  expect(seen).toEqual([
    'one from Ana |from Ben two',
    'one from A|from Ben two',
    'one fro|from Ben two',
    'one |from Ben two',
  ]);
});

test('a row that somebody moves takes along the caret in it', () => {
  const [ana, ben] = two(risks('first', 'second', 'third'));
  caretIn(ana, 'second', 3);
  caretAt(ben, 'second');
  press(ben, 'Mod-Shift-ArrowUp');
  net?.settle();
  expect(ana.state.doc.textContent).toMatch(/^second/);
  expect(around(ana)).toBe('sec|ond');
});

describe('[M19] the letters around the caret go elsewhere, and it goes with them', () => {
  test.each([
    ['between', 9],
    ['behind', 13],
  ])('into a line of their own, when somebody splits the text before them (%s letters)', (_, letters) => {
    const [ana, ben] = two(prose('one two three'), prose('three'));
    caretIn(ana, 'one two three', letters);
    caretIn(ben, 'one two three', 3);
    press(ben, 'Enter');
    type(ben, 'and');
    net?.settle();
    type(ana, '!');
    net?.settle();
    const lines = [...'and two three'];
    lines.splice(letters, 0, '!');
    expect(ben.state.doc.textBetween(0, ben.state.doc.content.size, '|')).toBe(`one|${lines.join('')}|three`);
  });

  test('only what is behind the split', () => {
    const [ana, ben] = two(prose('one two three'));
    caretIn(ana, 'one two three', 3);
    caretIn(ben, 'one two three', 3);
    press(ben, 'Enter');
    net?.settle();
    expect(around(ana)).toBe('one|');
  });

  test('into the line above, when somebody joins the two, and back when they take that back', () => {
    const [ana, ben] = two(prose('one '), prose('two three'), prose('two three'));
    caretIn(ana, 'two three', 4);
    caretIn(ben, 'two three', 0);
    press(ben, 'Backspace');
    net?.settle();
    expect(around(ana)).toBe('one two |three');
    ben.commands.undo();
    net?.settle();
    expect(around(ana)).toBe('two |three');
    expect(ana.state.selection.$head.index(0)).toBe(1);
  });

  test('into another place, when somebody moves the line', () => {
    const [ana, ben] = two(prose('first'), prose('second'), prose('third'));
    caretIn(ana, 'second', 3);
    caretAt(ben, 'second');
    press(ben, 'Mod-Shift-ArrowUp');
    net?.settle();
    expect(ana.state.doc.textContent).toMatch(/^second/);
    expect(around(ana)).toBe('sec|ond');
  });

  test('what somebody deletes leaves the caret where it was, whatever the next line says', () => {
    const [ana, ben] = two(prose('one two'), prose('also two'));
    caretIn(ana, 'one two', 7);
    caretIn(ben, 'one two', 3);
    const { from } = ben.state.selection;
    ben.commands.deleteRange({ from, to: from + 4 });
    net?.settle();
    expect(around(ana)).toBe('one|');
  });
});
