import { peopleOf } from '@duet/blocks/views';
import type { Attendee } from '@duet/domain';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** `@name` at the start of a word. Mentions are plain text: anybody may type or edit one. */
const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?<![.-])/gu;

/** Colours mentions, and one's own a little more. */
export function mentions(me: Pick<Attendee, 'name' | 'side'>): Extension {
  const [own] = peopleOf([{ id: '', role: 'participant', ...me }]);
  const className = (name: string): string => (name === `@${own?.handle}` ? 'mention mention--me' : 'mention');
  return Extension.create({
    name: 'mentions',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => decorate(doc, className),
          apply: (tr, before) => (tr.docChanged ? decorate(tr.doc, className) : before),
        },
        props: {
          decorations(state) {
            return this.getState(state);
          },
        },
      }),
    ],
  });
}

/** The mentions in a text, without the `@`. */
export function mentionsIn(text: string): readonly string[] {
  return Array.from(text.matchAll(MENTION), ([name]) => name.slice(1));
}

function decorate(doc: Node, className: (name: string) => string): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, pos) => {
    if (!node.isText || node.text === undefined || !node.text.includes('@')) return;
    for (const match of node.text.matchAll(MENTION)) {
      const from = pos + match.index;
      found.push(Decoration.inline(from, from + match[0].length, { class: className(match[0].toLowerCase()) }));
    }
  });
  return DecorationSet.create(doc, found);
}
