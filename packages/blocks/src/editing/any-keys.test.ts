// @vitest-environment jsdom
import type { BlockName } from '@duet/domain';
import { TextSelection } from '@tiptap/pm/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blocks } from '../registry.ts';
import { arbitraryMeeting } from '../testing/arbitraries.ts';
import { press, type } from '../testing/keyboard.ts';
import { openEditor } from '../testing/open-editor.ts';
import { entriesOf } from './places.ts';
import { CELLS_OF } from './whole-cells.ts';

const KEYS = [
  ...['Enter', 'Shift-Enter', 'Backspace', 'Delete', 'Tab', 'Shift-Tab', 'Mod-Shift-ArrowUp', 'Mod-Shift-ArrowDown'],
  ...['Mod-Alt-1', 'Mod-Shift-7', 'Mod-Shift-9', 'Mod-b', 'Mod-a'],
];
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ press: fc.constantFrom(...KEYS) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constantFrom('a', '- ', '# ', '[ ] ', '1. ', '> ', 'two words') }) },
  { weight: 2, arbitrary: fc.record({ from: fc.nat(), to: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ insert: fc.constantFrom(...(Object.keys(blocks) as BlockName[])) }) },
);

test('whatever is pressed, typed and selected: legal content, no cell missing, every id its own', () => {
  fc.assert(
    fc.property(arbitraryMeeting(), fc.array(step, { maxLength: 25 }), (meeting, steps) => {
      fc.pre(meeting.blocks.length > 0);
      const editor = openEditor(meeting.blocks);
      for (const now of steps) {
        if ('press' in now) press(editor, now.press);
        else if ('type' in now) type(editor, now.type);
        else if ('insert' in now) editor.commands.insertBlock(now.insert);
        else {
          const { doc, tr } = editor.state;
          const [from, to] = [now.from, now.to].map((place) => doc.resolve(place % (doc.content.size + 1)));
          if (from && to) editor.view.dispatch(tr.setSelection(TextSelection.between(from, to)));
        }
        expect(() => editor.state.doc.check()).not.toThrow();
        for (const { node } of entriesOf(editor.state.doc)) {
          const cells = node.children.map((child) => child.type.name);
          expect(cells).toEqual(expect.arrayContaining([...(CELLS_OF.get(node.type.name) ?? [])]));
        }
      }
      const ids = entriesOf(editor.state.doc).flatMap(({ node }) => ('id' in node.attrs ? [node.attrs.id] : []));
      expect(new Set(ids).size).toBe(ids.length);
      editor.destroy();
    }),
    { numRuns: 30 },
  );
});
