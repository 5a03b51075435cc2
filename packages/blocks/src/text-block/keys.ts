import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { type AttributeValues, readAttributes } from '../attributes.ts';
import { caretNear, freshProse } from '../editing/edits.ts';
import { ENTRY_KEYS } from '../editing/entry-keys.ts';
import { type Entry, endOf } from '../editing/places.ts';
import { setKind } from './kinds.ts';
import { attributes, LAST_INDENT } from './model.ts';
import { proseIn } from './selected.ts';

type Values = AttributeValues<typeof attributes>;

const LISTS: ReadonlySet<string> = new Set(['bullet', 'ordered', 'check', 'quote']);

/** Enter, Backspace, Delete and Tab in prose, as people know them from lists and headings elsewhere. */
export const TextBlockKeys = Extension.create({
  name: 'textBlockKeys',

  addKeyboardShortcuts() {
    const inProse = (act: (tr: Transaction, block: Entry, now: Values) => boolean) => () =>
      this.editor.commands.command(({ tr }) => {
        const { $from } = tr.selection;
        if ($from.parent.type.name !== 'textBlock') return false;
        return act(tr, { node: $from.parent, pos: $from.before() }, readAttributes(attributes, $from.parent.attrs));
      });
    const kept = this.editor.extensionManager.splittableMarks;
    return {
      Enter: inProse((tr, block, now) => {
        const marks = tr.storedMarks ?? tr.selection.$from.marks();
        const done = enter(tr, block, now);
        tr.ensureMarks(marks.filter((mark) => kept.includes(mark.type.name)));
        return done;
      }),
      Backspace: () => this.editor.commands.undoInputRule() || inProse(backspace)(),
      Delete: inProse(deleteForward),
      Tab: () => this.editor.commands.command(({ tr }) => indent(tr, 1)),
      'Shift-Tab': () => this.editor.commands.command(({ tr }) => indent(tr, -1)),
      'Shift-Enter': () => this.editor.commands.command(({ tr }) => breakLine(tr)),
      [ENTRY_KEYS.toggleDone]: inProse((tr, { pos }, { kind, checked }) => {
        if (kind === 'check') tr.setNodeAttribute(pos, 'checked', attributes.checked.write(!checked));
        return kind === 'check';
      }),
    };
  },
});

function enter(tr: Transaction, block: Entry, now: Values): boolean {
  if (block.node.content.size === 0 && LISTS.has(now.kind)) return leaveList(tr, block, now);
  tr.deleteSelection();
  const { $from } = tr.selection;
  if ($from.parent.type.name !== 'textBlock') return true;

  const atStart = $from.parentOffset === 0 && $from.parent.content.size > 0;
  const atEnd = $from.parentOffset === $from.parent.content.size;
  const becomes = now.kind === 'heading' && (atStart || atEnd) ? 'paragraph' : now.kind;
  const { kind, level, indent, side } = attributes;
  const attrs = {
    kind: kind.write(becomes),
    level: becomes === 'heading' ? level.write(now.level) : null,
    indent: indent.write(now.indent),
    side: becomes === 'check' ? side.write(now.side) : null,
  };
  // At the start the new block goes above, so that the text stays in the block that others may be typing in.
  if (atStart) {
    tr.insert($from.before(), freshProse(tr.doc.type.schema, attrs)).scrollIntoView();
    return true;
  }
  const { id } = freshProse(tr.doc.type.schema).attrs;
  tr.split($from.pos, 1, [{ type: $from.parent.type, attrs: { ...attrs, id } }]).scrollIntoView();
  return true;
}

/** Out of a list step by step: first the indents, then the kind. */
function leaveList(tr: Transaction, { pos }: Entry, now: Values): boolean {
  if (now.indent > 0) tr.setNodeAttribute(pos, 'indent', attributes.indent.write(now.indent - 1));
  else setKind(tr, pos, { kind: 'paragraph' });
  return true;
}

function backspace(tr: Transaction, block: Entry, now: Values): boolean {
  const { empty, $from } = tr.selection;
  if (!empty || $from.parentOffset > 0) return false;
  if (now.kind !== 'paragraph') setKind(tr, block.pos, { kind: 'paragraph' });
  else if (now.indent > 0) tr.setNodeAttribute(block.pos, 'indent', attributes.indent.write(now.indent - 1));
  else joinBack(tr, block);
  return true;
}

/** An empty neighbour goes and the other one stays; two with text are joined; what is closed only takes the caret. */
function joinBack(tr: Transaction, block: Entry): void {
  const { nodeBefore } = tr.doc.resolve(block.pos);
  if (nodeBefore === null) return;
  const start = block.pos - nodeBefore.nodeSize;
  if (nodeBefore.type.name === 'textBlock' && nodeBefore.content.size === 0) tr.delete(start, block.pos);
  else if (isOpen(nodeBefore) && !isEmpty(block)) tr.join(block.pos);
  else {
    if (isEmpty(block)) tr.delete(block.pos, endOf(block));
    caretNear(tr, block.pos, -1);
  }
}

function deleteForward(tr: Transaction, block: Entry): boolean {
  const { empty, $from } = tr.selection;
  if (!empty || $from.parentOffset < $from.parent.content.size) return false;
  const { nodeAfter } = tr.doc.resolve(endOf(block));
  if (nodeAfter === null) return true;
  if (isEmpty(block)) {
    tr.delete(block.pos, endOf(block));
    caretNear(tr, block.pos);
  } else if (nodeAfter.type.name === 'textBlock' && nodeAfter.content.size === 0) {
    tr.delete(endOf(block), endOf(block) + nodeAfter.nodeSize);
  } else if (isOpen(nodeAfter)) tr.join(endOf(block));
  return true;
}

/** Tab is kept by prose; Shift-Tab only while there is an indent to take away, so that the focus can leave. */
function indent(tr: Transaction, by: 1 | -1): boolean {
  const steps = proseIn(tr.doc, tr.selection).map(({ node, pos }) => {
    const now = attributes.indent.read(node.attrs.indent);
    return { pos, now, next: Math.min(LAST_INDENT, Math.max(0, now + by)) };
  });
  for (const { pos, next } of steps) tr.setNodeAttribute(pos, 'indent', attributes.indent.write(next));
  return by === 1 ? steps.length > 0 : steps.some(({ now, next }) => now !== next);
}

/** A line break is a character of the text: a text stays one shared text. Everywhere, cells too. */
function breakLine(tr: Transaction): boolean {
  const { $from, $to } = tr.selection;
  if (!$from.parent.isTextblock || !$from.sameParent($to)) return false;
  tr.insertText('\n').scrollIntoView();
  return true;
}

const isEmpty = ({ node }: Entry): boolean => node.content.size === 0;
/** Whether text may flow in from a neighbour. */
const isOpen = (node: Node): boolean => node.isTextblock && node.type.spec.isolating !== true;
