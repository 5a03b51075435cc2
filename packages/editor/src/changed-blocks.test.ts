// @vitest-environment jsdom
import { appendToCell } from '@duet/document';
import { make, plain } from '@duet/domain';
import { EditorState, type Plugin } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { afterEach, expect, test, vi } from 'vitest';
import { EntryLinks } from './entry-links.ts';
import { mentions } from './mentions.ts';
import { sharedEditing } from './shared-editing.ts';
import { type LinkedEditors, linkEditors } from './testing.ts';

const line = (id: string, words: string) => ({ ...make.textBlock({ id, text: plain(words) }) });

const BLOCKS = [
  line('intro', '@wen opens, rosa@bakery.example reads along'),
  {
    type: 'riskTable' as const,
    rows: [
      make.riskRow({ id: 'risk', risk: plain('The queue is late'), mitigation: plain('@kofi asks') }),
      make.riskRow({ id: 'other', risk: plain('Nobody tests the scanner') }),
    ],
  },
  make.decision({ id: 'old', text: plain('Labels in two languages') }),
  make.decision({ id: 'new', text: plain('Labels in three'), supersedes: 'old' }),
  make.actionItem({ id: 'act', action: plain('Ask the vendor'), origin: 'risk' }),
  line('end', 'Thanks, @lena'),
];

let linked: LinkedEditors | undefined;
afterEach(() => {
  linked?.destroy();
  vi.restoreAllMocks();
});

function open() {
  const me = { name: 'Wen Zhao', side: 'engineering' } as const;
  linked = linkEditors(2, BLOCKS, (doc) => [...sharedEditing(doc), EntryLinks, mentions(me)]);
  const [mine, other] = linked.peers;
  if (!mine || !other) throw new Error('two editors were asked for');
  return { linked, mine, other };
}

/** What the plugins that keep decorations show, and what they would show had they begun with this document. */
function shown(state: EditorState): { readonly kept: string[]; readonly anew: string[] } {
  const keeping = state.plugins.filter(({ spec }) => spec.state && spec.props?.decorations);
  const list = (plugin: Plugin, of: EditorState): string[] =>
    ((plugin.props.decorations?.call(plugin, of) as DecorationSet | undefined) ?? DecorationSet.empty)
      .find()
      .map(({ from, to, spec, ...rest }) => `${from}-${to} ${JSON.stringify({ spec, ...rest })}`)
      .sort();
  return {
    kept: keeping.flatMap((plugin) => list(plugin, state)),
    anew: keeping.flatMap((plugin) =>
      list(plugin, EditorState.create({ doc: state.doc, plugins: state.plugins.filter((one) => one === plugin) })),
    ),
  };
}

function placeIn(state: EditorState, words: string): number {
  let found = -1;
  state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? '').indexOf(words) : -1;
    if (at >= 0) found = pos + at;
  });
  return found;
}

test.each([
  ['in a line without a mention', 'reads along', 'also '],
  ['in front of a mention', 'wen opens', 'x'],
  ['that makes a mention', 'reads along', '@mei '],
  ['in the title of a linked risk', 'queue is late', 'new '],
  ['in the mitigation of a linked risk', 'asks', 'never '],
  ['in a decision that was replaced', 'two languages', 'at least '],
  ['in the last line', 'Thanks', 'Many '],
])('[M15] [M16] after a key %s the mentions and links are those of the document', (_, words, typed) => {
  const { mine, other, linked } = open();
  const before = shown(mine.editor.state).kept;
  expect(before).toHaveLength(3 + 4);
  for (const peer of [mine, other]) {
    peer.editor.view.dispatch(peer.editor.state.tr.insertText(typed, placeIn(peer.editor.state, words)));
    linked.settle();
    for (const { editor } of linked.peers) {
      const { kept, anew } = shown(editor.state);
      expect(kept).toEqual(anew);
    }
  }
});

test('[M15] [M16] so they are when a block is split, moved, unlinked, deleted, and all of it undone', () => {
  const { mine, other, linked } = open();
  const edits = [
    () => mine.editor.commands.setBlockAttributes('act', { status: 'done' }),
    () => other.editor.commands.setBlockAttributes('new', { supersedes: null }),
    () => appendToCell(other.doc, 'other', 'mitigation', 'with @sam'),
    () => mine.editor.view.dispatch(mine.editor.state.tr.split(placeIn(mine.editor.state, 'opens'))),
    () => mine.editor.commands.setTextSelection(placeIn(mine.editor.state, 'The queue')),
    () => mine.editor.commands.deleteBlock('risk'),
    () => mine.editor.commands.undo(),
    () => mine.editor.commands.undo(),
    () => other.editor.commands.deleteBlock('old'),
  ];
  for (const edit of edits) {
    edit();
    linked.settle();
    for (const { editor } of linked.peers) {
      const { kept, anew } = shown(editor.state);
      expect(kept).toEqual(anew);
    }
  }
});

test('[M20] a key, of one’s own or of somebody else, has no other block read for mentions', () => {
  const { mine, other, linked } = open();
  const far = mine.editor.state.doc.lastChild ?? expect.fail('no last block');
  const read = vi.spyOn(far, 'descendants');
  for (const peer of [mine, other]) {
    peer.editor.view.dispatch(peer.editor.state.tr.insertText('x', placeIn(peer.editor.state, 'opens')));
    linked.settle();
  }
  expect(mine.editor.state.doc.lastChild).toBe(far);
  expect(read).not.toHaveBeenCalled();
});
