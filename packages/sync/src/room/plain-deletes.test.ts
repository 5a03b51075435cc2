import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { changeOf, replica } from '../testing/texts.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { PlainDeletes } from './plain-deletes.ts';

/** A server that has the paragraph "word", and a client that has it too. */
function paragraph() {
  const client = replica(1);
  const text = new Y.XmlText('word');
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [text]);
  client.getXmlFragment('body').insert(0, [element]);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(client));
  const deletes = new PlainDeletes(server);
  const isPlain = (edit: () => void) => deletes.onlyPlain(decodeUpdate(changeOf(client, edit)));
  return { body: client.getXmlFragment('body'), text, isPlain };
}

it('[G12] characters that were there, and characters typed a moment ago, are taken by name alone', () => {
  const { text, isPlain } = paragraph();
  expect(isPlain(() => text.delete(0, 2))).toBe(true);
  expect(isPlain(() => text.insert(0, 'new'))).toBe(true);
  expect(isPlain(() => text.delete(0, 3))).toBe(true);
});

it('[G12] an element buries, whether it was there or came a moment ago', () => {
  const { body, isPlain } = paragraph();
  expect(isPlain(() => body.insert(1, [new Y.XmlElement('paragraph')]))).toBe(true);
  expect(isPlain(() => body.delete(1, 1))).toBe(false);
  expect(paragraphDeleted()).toBe(false);
});

function paragraphDeleted(): boolean {
  const { body, isPlain } = paragraph();
  return isPlain(() => body.delete(0, 1));
}

it('[G12] after a burial only what was there before it is told apart from what was buried', () => {
  const { body, text, isPlain } = paragraph();
  isPlain(() => body.insert(1, [new Y.XmlElement('paragraph')]));
  isPlain(() => body.delete(1, 1));
  expect(isPlain(() => text.delete(0, 1))).toBe(true);
  expect(isPlain(() => text.insert(0, 'new'))).toBe(true);
  expect(isPlain(() => text.delete(0, 1))).toBe(false);
});
