import { type Entry, endOf } from '@duet/blocks';
import { peopleOf } from '@duet/blocks/views';
import type { Attendee } from '@duet/domain';
import { Extension } from '@tiptap/core';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { changedBlocks } from './changed-blocks.ts';

/** `@name` at the start of a word. Mentions are plain text: anybody may type or edit one. */
const MENTION = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_][\p{L}\p{N}_.-]*(?<![.-])/gu;

type ClassName = (name: string) => string;

/** Colours mentions, and one's own a little more. */
export function mentions(me: Pick<Attendee, 'name' | 'side'>): Extension {
  const [own] = peopleOf([{ id: '', role: 'participant', ...me }]);
  const className: ClassName = (name) => (name === `@${own?.handle}` ? 'mention mention--me' : 'mention');
  return Extension.create({
    name: 'mentions',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        state: {
          init: (_, { doc }) => DecorationSet.create(doc, found({ node: doc, pos: -1 }, className)),
          apply: (tr, before) => (tr.docChanged ? renewed(tr, before, className) : before),
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

/** The mentions of before where nothing changed, and those of now where something did. */
function renewed(tr: Transaction, before: DecorationSet, className: ClassName): DecorationSet {
  let set = before.map(tr.mapping, tr.doc);
  for (const block of changedBlocks(tr.before, tr.doc).flatMap(({ is }) => is)) {
    const now = found(block, className);
    const old = set.find(block.pos, endOf(block));
    if (old.length > 0) set = set.remove(old);
    if (now.length > 0) set = set.add(tr.doc, now);
  }
  return set;
}

function found({ node: block, pos: start }: Entry, className: ClassName): Decoration[] {
  const mentions: Decoration[] = [];
  block.descendants((node, offset) => {
    if (!node.isText || node.text === undefined || !node.text.includes('@')) return;
    for (const match of node.text.matchAll(MENTION)) {
      const from = start + 1 + offset + match.index;
      mentions.push(Decoration.inline(from, from + match[0].length, { class: className(match[0].toLowerCase()) }));
    }
  });
  return mentions;
}
