// @vitest-environment jsdom
import { make, plain } from '@duet/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linkEditors, type Peer } from './testing.ts';

const RISKS = { type: 'riskTable' as const, rows: [make.riskRow({ risk: plain('Printers') })] };

const warn = vi.spyOn(console, 'warn');
beforeEach(() => warn.mockClear());

function open(): Peer & { readonly close: () => void } {
  const net = linkEditors(1, [RISKS]);
  const [peer] = net.peers;
  if (!peer) throw new Error('one editor was asked for');
  return { ...peer, close: () => net.destroy() };
}
let opened: ReturnType<typeof open>;
afterEach(() => opened.close());

const caretIsInText = ({ editor }: Peer): boolean => editor.state.selection.$from.parent.inlineContent;

// ProseMirror warns of a caret in no text, but once a page: the first fault hides the others.
test('[M3] where the notes begin with a table, the caret is in its first cell, and stays in text when rows are undone', () => {
  opened = open();
  const { editor } = opened;
  expect(caretIsInText(opened)).toBe(true);
  editor.view.dispatch(editor.state.tr.insertText('New '));
  expect(editor.state.doc.textContent).toBe('New Printers');

  editor.commands.addRow();
  editor.view.dispatch(editor.state.tr.insertText('Ovens'));
  for (const step of ['undo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) {
    editor.commands[step]();
    expect(caretIsInText(opened)).toBe(true);
  }
  expect(warn).not.toHaveBeenCalled();
});
