// @vitest-environment jsdom
import { block, caretAt, press, type } from '@duet/blocks/testing';
import { bodyOf, read } from '@duet/document';
import { type Block, plain, plainText, type RiskRow } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { type LinkedEditors, linkEditors } from './testing.ts';

let net: LinkedEditors | null = null;
afterEach(() => {
  net?.destroy();
  net = null;
});

/** Two people in one document, who hear nothing of each other until {@link LinkedEditors.settle}. */
function two(blocks: readonly Block[]): readonly [Editor, Editor] {
  net = linkEditors(2, blocks);
  const [ana, ben] = net.peers;
  if (!ana || !ben) throw new Error('two editors were asked for');
  return [ana.editor, ben.editor];
}

/** What everybody sees once all is delivered: the same for all, or the test fails. */
function settled(): readonly Block[] {
  net?.settle();
  const seen = (net?.peers ?? []).map(({ doc, editor }) => {
    expect(() => editor.state.doc.check()).not.toThrow();
    return { xml: bodyOf(doc).toString(), blocks: read(doc).blocks };
  });
  expect(new Set(seen.map(({ xml }) => xml)).size).toBe(1);
  return seen[0]?.blocks ?? [];
}

const risk = (id: string, text: string): RiskRow => ({
  id,
  risk: plain(text),
  mitigation: plain(''),
  owner: null,
  likelihood: null,
  likelihoodNote: null,
  impact: null,
  impactNote: null,
  state: 'open',
  escalatedTo: null,
  origin: null,
  carried: 0,
  since: null,
});
const risks = (...texts: string[]): Block => ({ type: 'riskTable', rows: texts.map((text) => risk(text, text)) });
const prose = (text: string): Block => block('textBlock', { text: plain(text) });

const riskTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((each) => (each.type === 'riskTable' ? each.rows.map((row) => plainText(row.risk)) : []));
const proseTexts = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((each) => (each.type === 'textBlock' ? [plainText(each.text)] : []));
const sorted = (text: string): string => [...text].sort().join('');

describe('two people in one cell', () => {
  test('[M19] type into an empty one: both words are there', () => {
    const [ana, ben] = two([prose('above'), risks('')]);
    for (const [editor, letters] of [
      [ana, 'AAA'],
      [ben, 'BBB'],
    ] as const) {
      caretAt(editor, 'above');
      editor.commands.setTextSelection(editor.state.selection.from + 4);
      type(editor, letters);
    }
    expect(riskTexts(settled()).map(sorted)).toEqual(['AAABBB']);
  });

  test('[M19] type into a filled one, at the same place and at different ones', () => {
    const [ana, ben] = two([risks('vendor late')]);
    caretAt(ana, 'vendor');
    caretAt(ben, 'vendor');
    type(ana, ' AA');
    type(ben, ' BB');
    settled();
    caretAt(ana, 'vendor', 'start');
    caretAt(ben, 'late');
    type(ana, 'C');
    type(ben, 'D');
    const [text = ''] = riskTexts(settled());
    expect(text).toMatch(/^Cvendor( AA BB| BB AA) lateD$/);
  });

  test('[M20] each caret stays in its own word while the other one types before it', () => {
    const [ana, ben] = two([risks('one two')]);
    caretAt(ana, 'one');
    caretAt(ben, 'two');
    for (const letter of 'abc') {
      type(ana, letter);
      type(ben, letter.toUpperCase());
      settled();
    }
    expect(riskTexts(settled())).toEqual(['oneabc twoABC']);
  });
});

describe('one types in a block while the other one changes what it is', () => {
  test.each(['Mod-Alt-1', 'Mod-Alt-2', 'Mod-Shift-7', 'Mod-Shift-8', 'Mod-Shift-9', 'Mod-Shift-b', 'Tab'])(
    '[M19] by %s: no letter is lost, and the change holds',
    (keys) => {
      const [ana, ben] = two([prose('plan')]);
      caretAt(ana, 'plan');
      caretAt(ben, 'plan');
      type(ben, ' more');
      press(ana, keys);
      const [after] = settled();
      expect(after).toMatchObject({ type: 'textBlock', text: [{ text: 'plan more' }] });
      expect(after).not.toMatchObject({ kind: 'paragraph', indent: 0 });
    },
  );

  test('[M19] by a shorthand, in an empty block', () => {
    const [ana, ben] = two([prose('')]);
    type(ana, '## ');
    type(ben, 'words');
    expect(settled()).toMatchObject([{ kind: 'heading', level: 2, text: [{ text: 'words' }] }]);
  });

  test('[M19] both change it at once and go on typing', () => {
    const [ana, ben] = two([prose('plan')]);
    for (const editor of [ana, ben]) caretAt(editor, 'plan');
    press(ana, 'Mod-Alt-1');
    type(ana, 'A');
    press(ben, 'Mod-Shift-8', 'Tab');
    type(ben, 'B');
    expect(proseTexts(settled()).map(sorted)).toEqual([sorted('planAB')]);
  });

  test('[M19] by Enter at the end and at the start of it', () => {
    const [ana, ben] = two([prose('plan')]);
    caretAt(ben, 'an', 'start');
    type(ben, '+');
    caretAt(ana, 'plan');
    press(ana, 'Enter');
    type(ana, 'next');
    caretAt(ana, 'plan', 'start');
    press(ana, 'Enter');
    expect(proseTexts(settled())).toEqual(['', 'pl+an', 'next']);
  });
});

describe('rows', () => {
  test('[M19] both add one at once: both stay, whole', () => {
    const [ana, ben] = two([risks('one')]);
    for (const [editor, name] of [
      [ana, 'A'],
      [ben, 'B'],
    ] as const) {
      caretAt(editor, 'one');
      press(editor, 'Enter');
      type(editor, name);
      press(editor, 'Tab');
      type(editor, name);
    }
    const [table] = settled();
    const rows =
      table?.type === 'riskTable' ? table.rows.map((row) => plainText(row.risk) + plainText(row.mitigation)) : [];
    expect(rows.sort()).toEqual(['AA', 'BB', 'one']);
  });

  test('[M19] both type into the row that one of them has just made', () => {
    const [ana, ben] = two([risks('one')]);
    caretAt(ana, 'one');
    press(ana, 'Enter');
    net?.settle();
    caretAt(ben, 'one');
    press(ben, 'Tab', 'Tab');
    for (const [letter, at] of [
      ['a', 0],
      ['b', 1],
      ['c', 0],
    ] as const) {
      type(at === 0 ? ana : ben, letter);
      net?.deliver(1 - at, at);
    }
    expect(riskTexts(settled()).map(sorted)).toEqual(['eno', 'abc']);
  });

  for (const names of [
    ['one', 'two'],
    ['one', 'two', 'three'],
    ['zero', 'one', 'two', 'three'],
  ]) {
    test.each([
      ['two', 'Mod-Shift-ArrowUp'],
      ['one', 'Mod-Shift-ArrowDown'],
    ])(`[M19] of ${names.length}: one types in a row while "%s" moves past it by %s`, (moved, keys) => {
      const stays = moved === 'two' ? 'one' : 'two';
      const [ana, ben] = two([risks(...names)]);
      caretAt(ana, moved);
      caretAt(ben, stays);
      type(ben, 'XY');
      press(ana, keys);
      type(ana, '!');
      const expected = names.map((name) => (name === stays ? `${stays}XY` : name === moved ? `${moved}!` : name));
      const [low, high] = [
        expected.findIndex((name) => name.startsWith('one')),
        expected.findIndex((name) => name.startsWith('two')),
      ];
      [expected[low], expected[high]] = [expected[high] ?? '', expected[low] ?? ''];
      expect(riskTexts(settled())).toEqual(expected);
      type(ben, 'Z');
      expect(riskTexts(settled())).toContain(`${stays}XYZ`);
      const [table] = settled();
      expect(table?.type === 'riskTable' && table.rows.map((row) => row.id)).toEqual(
        expected.map((name) => name.replace(/[XY!]/g, '')),
      );
    });
  }

  test('a move reaches others as one change, and one undo takes it back', () => {
    const [ana, ben] = two([risks('one', 'two')]);
    caretAt(ana, 'two');
    press(ana, 'Mod-Shift-ArrowUp');
    expect(net?.waiting(0, 1)).toBe(1);
    expect(riskTexts(settled())).toEqual(['two', 'one']);
    ana.commands.undo();
    expect(riskTexts(settled())).toEqual(['one', 'two']);
    caretAt(ben, 'two');
    type(ben, '!');
    expect(riskTexts(settled())).toEqual(['one', 'two!']);
  });
});

describe('after an undo', () => {
  test('[M20] [M29] of what was typed in a longer document, the next change of somebody else is drawn', () => {
    const [ana, ben] = two([prose('long words above'), prose('here')]);
    caretAt(ana, 'here');
    type(ana, '!');
    settled();
    caretAt(ben, 'long words above', 'all');
    ben.commands.deleteSelection();
    settled();
    ana.commands.undo();
    caretAt(ben, 'here', 'start');
    type(ben, '?');
    expect(proseTexts(settled())).toEqual(['', '?here']);
    expect(ana.getJSON()).toEqual(ben.getJSON());
  });
});

describe('three people at once, in any order of keys and messages', () => {
  const PROSE_KEYS = ['Mod-Alt-1', 'Mod-Alt-0', 'Mod-Shift-7', 'Mod-Shift-9', 'Tab', 'Shift-Tab'] as const;
  const person = fc.nat(2);
  const place = fc.constantFrom('alpha', 'beta', 'gamma', 'delta');
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('types' as const), who: person, where: place }) },
    {
      weight: 3,
      arbitrary: fc.record({ does: fc.constant('hears' as const), who: person, from: person, nth: fc.nat(3) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('presses' as const),
        who: person,
        keys: fc.constantFrom(...PROSE_KEYS),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('adds' as const),
        who: person,
        where: fc.constantFrom('gamma', 'delta'),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('moves' as const),
        who: person,
        keys: fc.constantFrom('Mod-Shift-ArrowUp', 'Mod-Shift-ArrowDown'),
      }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('undoes' as const), who: person }) },
  );

  // Letters: each is typed once. Undo takes letters away, but only one's own.
  const LETTERS = Array.from({ length: 120 }, (_, index) => String.fromCodePoint(0x4e00 + index));

  test('[M19] [M29] every typed letter is there once, or its author undid it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        net = linkEditors(3, [prose('alpha'), prose('beta'), risks('gamma', 'delta', 'moved')]);
        const typed: string[] = [];
        const undoers = new Set<number>();
        const authors = new Map<string, number>();
        for (const now of steps) {
          const editor = net.peers[now.who]?.editor;
          if (!editor) continue;
          if (now.does === 'hears') {
            if (now.nth < net.waiting(now.from, now.who)) net.deliver(now.from, now.who, now.nth);
            continue;
          }
          if (now.does === 'undoes') {
            undoers.add(now.who);
            editor.commands.undo();
            continue;
          }
          caretAt(editor, now.does === 'moves' ? 'moved' : now.does === 'presses' ? 'alpha' : now.where);
          if (now.does === 'types') {
            const letter = LETTERS[typed.length] ?? '';
            typed.push(letter);
            authors.set(letter, now.who);
            type(editor, letter);
          } else press(editor, now.does === 'adds' ? 'Enter' : now.keys);
        }
        const text = [
          ...settled()
            .flatMap((each) => [...proseTexts([each]), ...riskTexts([each])])
            .join(''),
        ];
        const [first] = net.peers;
        net.destroy();
        net = null;
        expect(first).toBeDefined();
        for (const letter of typed) {
          const times = text.filter((found) => found === letter).length;
          const mayBeUndone = undoers.has(authors.get(letter) ?? -1);
          expect(times === 1 || (times === 0 && mayBeUndone)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
