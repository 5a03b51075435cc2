import { cellOf, selectedEntry, writeBlock } from '@duet/blocks';
import type { IsoDate } from '@duet/domain';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { MeetingEditorHandle } from './api.ts';
import { caretIntoCell } from './cell-text.ts';
import { findBlock } from './find-block.ts';
import { addEntry, insertInSection } from './insert-entry.ts';
import { distanceTo, scrollCalmlyBy, scrollCalmlyTo } from './presence/calm-scroll.ts';
import { showLeadersCaret, untilCaretIsSeen } from './presence/followed-caret.ts';
import { showRow } from './row-views/row-views.ts';
import { unfoldAround } from './sections/section-folds.ts';
import { sectionAt } from './sections/section-map.ts';
import { settleSelection } from './settled-selection.ts';
import { startWork } from './start-work.ts';

/** What the page may do with an editor. A block that is gone meanwhile is left alone. */
export function editorHandle(
  editor: Editor,
  body: Y.XmlFragment,
  awareness: Awareness,
  today: () => IsoDate,
): MeetingEditorHandle {
  const elementAt = (pos: number): HTMLElement | null => {
    const dom = editor.view.nodeDOM(pos);
    return dom instanceof HTMLElement ? dom : null;
  };
  return {
    reveal: (blockId, field) => {
      const found = findBlock(editor.state.doc, body, blockId);
      if (found === null) return;
      const { pos, node } = found;
      unfoldAround(editor.view, pos);
      showRow(editor.view, pos);
      const dom = elementAt(pos);
      if (dom !== null) scrollCalmlyTo(dom);
      const { state, view } = editor;
      if (!editor.isEditable) {
        if (dom !== null) focusToRead(dom);
        return;
      }
      const cell = field === undefined ? undefined : cellOf(node.type.name, field);
      if (cell !== undefined) return caretIntoCell(view, node, pos, cell);
      const end = node.isTextblock ? pos + 1 + node.content.size : pos + 1 + (node.firstChild?.nodeSize ?? 0) - 1;
      view.dispatch(state.tr.setSelection(TextSelection.near(state.doc.resolve(end))));
      view.focus();
    },
    show: ({ blockId, offset, seesCaret }) => {
      const found = findBlock(editor.state.doc, body, blockId);
      if (found === null) return;
      // Whoever is at a folded section sees its heading, and so does who follows.
      if (found.node.type.name !== 'sectionHeading') unfoldAround(editor.view, found.pos);
      showRow(editor.view, found.pos);
      const dom = elementAt(found.pos);
      if (dom === null) return;
      const distance = distanceTo(dom, offset);
      scrollCalmlyBy(dom, seesCaret ? untilCaretIsSeen(editor.view, awareness, distance) : distance);
    },
    showLeadersCaret: () => showLeadersCaret(editor.view, awareness),
    add: (block) => addEntry(editor, writeBlock(block)),
    insert: (kind) => {
      insertInSection(editor, kind);
    },
    current: () => {
      // A caret that was put somewhere just now is known to the page alone.
      settleSelection(editor.view);
      const id: unknown = selectedEntry(editor.state.selection)?.node.attrs.id;
      return typeof id === 'string' ? id : null;
    },
    section: () => {
      const { view } = editor;
      settleSelection(view);
      const focused = view.dom.ownerDocument.activeElement;
      if (focused === null || !view.dom.contains(focused)) return null;
      const pos = focused === view.dom ? view.state.selection.from : view.posAtDOM(focused, 0);
      const id: unknown = sectionAt(view.state.doc, pos)?.heading.node.attrs.id;
      return typeof id === 'string' ? id : null;
    },
    setAttributes: (blockId, attrs) => {
      const found = findBlock(editor.state.doc, body, blockId);
      if (found !== null) editor.commands.setBlockAttributes(found.pos, attrs);
    },
    startWork: (itemId) => {
      const found = findBlock(editor.state.doc, body, itemId);
      if (found !== null) startWork(editor, found, today());
    },
    undo: () => editor.commands.undo(),
    redo: () => editor.commands.redo(),
  };
}

/** Where nothing can be typed the block itself has the focus: the Tab key and what reads the screen go on from there. */
function focusToRead(dom: HTMLElement): void {
  dom.tabIndex = -1;
  dom.addEventListener('blur', () => dom.removeAttribute('tabindex'), { once: true });
  dom.focus({ preventScroll: true });
}
