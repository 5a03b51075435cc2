import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { CommittedDocument } from './committed-document.ts';

/** Two clients: text with marks, one of them redundant by the merge, and something deleted. */
function writtenByTwo(): { readonly updates: Uint8Array[]; readonly doc: Y.Doc } {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = doc.getText('text');
  text.insert(0, 'one two three');
  const other = new Y.Doc();
  other.clientID = 2;
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(doc);
  text.format(0, 7, { bold: true });
  other.getText('text').format(4, 9, { bold: true });
  other.getText('text').delete(0, 2);
  const updates = [Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdate(other, before)];
  return { updates, doc: other };
}

function committed(updates: readonly Uint8Array[]): CommittedDocument {
  const document = new CommittedDocument({ snapshot: null, updates: [], head: 0 });
  document.apply([{ updates, inspect: null }], updates.length);
  return document;
}

function rested(document: CommittedDocument): CommittedDocument {
  document.rest();
  document.rest();
  return document;
}

test('[G2] a document that rested is the same, to the last redundant mark', () => {
  const { updates } = writtenByTwo();
  const awake = committed(updates);
  const { doc } = awake;
  const slept = rested(committed(updates));
  expect(slept.encode()).toEqual(awake.encode());
  expect(slept.stateVector()).toEqual(awake.stateVector());
  expect(slept.doc).not.toBe(doc);
  expect(Y.equalSnapshots(Y.snapshot(slept.doc), Y.snapshot(doc))).toBe(true);
  expect(Y.encodeStateAsUpdate(slept.doc)).toEqual(Y.encodeStateAsUpdate(doc));
});

test('[G2] a document goes on where it was when it began to rest', () => {
  const { updates, doc } = writtenByTwo();
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(3, 'more');
  const update = Y.encodeStateAsUpdate(doc, before);
  const [awake, slept] = [committed(updates), rested(committed(updates))];
  for (const document of [awake, slept]) document.apply([{ updates: [update], inspect: null }], 3);
  expect(slept.encode()).toEqual(awake.encode());
  expect(slept.missingFor(before)).toEqual(awake.missingFor(before));
});

test('[G7] a stored state that refers to what is missing is not served to a writer', () => {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('text').insert(0, 'one');
  const before = Y.encodeStateVector(doc);
  doc.getText('text').insert(3, 'two');
  const state = Y.encodeStateAsUpdate(doc, before);
  const document = new CommittedDocument({ snapshot: { seq: 1, state }, updates: [], head: 1 });
  expect(() => document.doc).toThrow('missing');
});
