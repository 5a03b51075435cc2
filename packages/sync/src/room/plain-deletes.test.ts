import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { changeOf, replica } from '../testing/texts.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { deletesOnlyPlain } from './plain-deletes.ts';

/** A server that has the paragraph "word", and a client that has it too. */
function paragraph() {
  const client = replica(1);
  const text = new Y.XmlText('word');
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [text]);
  client.getXmlFragment('body').insert(0, [element]);
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(client));
  const isPlain = (edit: () => void) => deletesOnlyPlain(server, decodeUpdate(changeOf(client, edit)));
  return { body: client.getXmlFragment('body'), text, isPlain };
}

it('[G12] characters that were there are taken by name alone', () => {
  const { text, isPlain } = paragraph();
  expect(isPlain(() => text.delete(0, 2))).toBe(true);
  expect(isPlain(() => text.insert(0, 'new'))).toBe(true);
});

it('[G12] an element may bury more than its deletion names', () => {
  const { body, isPlain } = paragraph();
  expect(isPlain(() => body.delete(0, 1))).toBe(false);
});

it('[G12] text that the document does not hold yet may have been buried on its way', () => {
  const { text, isPlain } = paragraph();
  isPlain(() => text.insert(0, 'new'));
  expect(isPlain(() => text.delete(0, 3))).toBe(false);
});
