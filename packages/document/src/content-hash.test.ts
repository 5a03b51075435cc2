import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { bodyOf, meetingMapOf } from './layout.ts';

function written(text: string): { doc: Y.Doc; text: Y.XmlText } {
  const doc = Object.assign(new Y.Doc(), { clientID: 1 });
  const element = new Y.XmlElement('textBlock');
  const inline = new Y.XmlText(text);
  element.insert(0, [inline]);
  bodyOf(doc).insert(0, [element]);
  return { doc, text: inline };
}

function copy(doc: Y.Doc): Y.Doc {
  const clone = new Y.Doc();
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc));
  return clone;
}

test('[G15] replicas with the same content have the same hash, whatever they went through', async () => {
  const { doc, text } = written('Ship it');
  const other = copy(doc);
  text.format(0, 4, { bold: {} });
  text.format(0, 4, { bold: null });
  expect(await contentHash(doc)).toBe(await contentHash(other));
  meetingMapOf(doc).set('title', 'Weekly');
  meetingMapOf(other).set('date', '2026-11-22');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  expect(await contentHash(doc)).toBe(await contentHash(other));
  expect(await contentHash(doc)).toMatch(/^[0-9a-f]{64}$/);
});

test('[G15] one other letter, mark, attribute or value gives another hash', async () => {
  const changes: ((doc: Y.Doc, text: Y.XmlText) => void)[] = [
    (_doc, text) => text.insert(0, 'x'),
    (_doc, text) => text.format(0, 4, { bold: {} }),
    (_doc, text) => (text.parent as Y.XmlElement).setAttribute('kind', 'heading'),
    (doc) => meetingMapOf(doc).set('title', 'Weekly'),
  ];
  const hashes = [await contentHash(written('Ship it').doc)];
  for (const change of changes) {
    const { doc, text } = written('Ship it');
    change(doc, text);
    hashes.push(await contentHash(doc));
  }
  expect(new Set(hashes).size).toBe(hashes.length);
});
