import type { TextKind } from '@duet/domain';
import { Extension, InputRule } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { readAttributes } from '../attributes.ts';
import { attributes } from './model.ts';
import { proseIn } from './selected.ts';

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    textKinds: {
      /** Makes the selected prose of this kind (and, a heading, of this level); a paragraph if all of it is so already. */
      toggleTextKind: (kind: TextKind, level?: number) => ReturnType;
    };
  }
}

/** What turns a block into a kind when it's typed at its start. */
const SHORTHAND: readonly (readonly [RegExp, (match: string) => KindAttributes])[] = [
  [/^#{1,3}\s$/, (match) => ({ kind: 'heading', level: match.length - 1 })],
  [/^[-*+]\s$/, () => ({ kind: 'bullet' })],
  [/^\d+[.)]\s$/, () => ({ kind: 'ordered' })],
  [/^\[[ xX]?\]\s$/, (match) => ({ kind: 'check', checked: /x/i.test(match) })],
  [/^>\s$/, () => ({ kind: 'quote' })],
];

interface KindAttributes {
  readonly kind: TextKind;
  readonly level?: number;
  readonly checked?: boolean;
}

/** The kinds of prose: their shorthand, keys and command. Each is nothing but attributes, so nobody's typing is lost. */
export const TextKinds = Extension.create({
  name: 'textKinds',

  addInputRules() {
    return SHORTHAND.map(
      ([find, attributesOf]) =>
        new InputRule({
          find,
          handler: ({ state, range, match }) => {
            const $from = state.doc.resolve(range.from);
            if ($from.parent.type.name !== 'textBlock') return null;
            state.tr.delete(range.from, range.to);
            setKind(state.tr, $from.before(), attributesOf(match[0]));
            return undefined;
          },
        }),
    );
  },

  addCommands() {
    return {
      toggleTextKind:
        (kind, level) =>
        ({ tr }) => {
          const prose = proseIn(tr.doc, tr.selection);
          const isSo = prose.every(({ node }) => {
            const now = readAttributes(attributes, node.attrs);
            return now.kind === kind && (level === undefined || now.level === level);
          });
          for (const { pos } of prose) setKind(tr, pos, isSo ? { kind: 'paragraph' } : { kind, level });
          return prose.length > 0;
        },
    };
  },

  addKeyboardShortcuts() {
    const toggle = (kind: TextKind, level?: number) => () => this.editor.commands.toggleTextKind(kind, level);
    return {
      'Mod-Alt-0': toggle('paragraph'),
      'Mod-Alt-1': toggle('heading', 1),
      'Mod-Alt-2': toggle('heading', 2),
      'Mod-Alt-3': toggle('heading', 3),
      'Mod-Shift-7': toggle('ordered'),
      'Mod-Shift-8': toggle('bullet'),
      'Mod-Shift-9': toggle('check'),
      'Mod-Shift-b': toggle('quote'),
    };
  },
});

/** What the kind doesn't use is taken away: a paragraph that once was ticked isn't ticked as a list again. */
export function setKind(tr: Transaction, pos: number, { kind, level, checked }: KindAttributes): void {
  const stored = attributes.kind.write(kind);
  tr.setNodeAttribute(pos, 'kind', stored)
    .setNodeAttribute(pos, 'level', kind === 'heading' && level !== undefined ? attributes.level.write(level) : null)
    .setNodeAttribute(pos, 'checked', attributes.checked.write(checked ?? false));
}
