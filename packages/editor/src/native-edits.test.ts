// @vitest-environment jsdom
import { block, caretAt, type } from '@duet/blocks/testing';
import { plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { linkEditors, type Peer } from './testing.ts';

test.each([
  ['historyUndo', 'Ana Ben'],
  ['historyRedo', 'Ana Ben!'],
])('[M29] %s of the browser’s menu is one’s own, not the browser’s', (inputType, expected) => {
  const { peers, settle, destroy } = linkEditors(2, [block('textBlock', { text: plain('Ana') })]);
  const [{ editor: ana }, { editor: ben }] = peers as [Peer, Peer];
  caretAt(ana, 'Ana');
  type(ana, '!');
  settle();
  caretAt(ben, 'Ana');
  type(ben, ' Ben');
  settle();
  if (inputType === 'historyRedo') ana.commands.undo();
  const event = new InputEvent('beforeinput', { inputType, bubbles: true, cancelable: true });
  ana.view.dom.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  expect(ana.state.doc.textContent).toBe(expected);
  destroy();
});
