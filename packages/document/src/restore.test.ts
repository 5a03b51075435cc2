import { make, plain, plainText } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks, setAttributes, setDetails } from './edits.ts';
import { bodyOf } from './layout.ts';
import { read } from './read.ts';
import { restoreContent } from './restore.ts';
import { templateUpdate } from './template.ts';

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function meetingDoc(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, templateUpdate({ title: 'Weekly', date: null }));
  insertBlocks(doc, [make.actionItem({ id: 'action', action: plain('Book the room'), owner: 'rosa' })]);
  return doc;
}

test('[G9] what was deleted, changed and added since reads as it did then', () => {
  const doc = meetingDoc();
  const past = copyOf(doc);
  setDetails(doc, { title: 'Renamed' });
  setAttributes(doc, 'action', { owner: 'wen', due: '2026-04-01' });
  bodyOf(doc).delete(0, 2);
  insertBlocks(doc, [make.decision({ text: plain('Ship it') })], 3);
  restoreContent(doc, past);
  expect(read(doc)).toEqual(read(past));
  expect(bodyOf(doc).toString()).toBe(bodyOf(past).toString());
});

test('[G9] a client that missed the restore merges into the restored content, not back into the newer one', () => {
  const doc = meetingDoc();
  const past = copyOf(doc);
  insertBlocks(doc, [make.decision({ text: plain('Not this') })]);
  const client = copyOf(doc);
  restoreContent(doc, past);
  insertBlocks(client, [make.actionItem({ action: plain('Typed meanwhile') })]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(client));
  Y.applyUpdate(client, Y.encodeStateAsUpdate(doc));
  expect(bodyOf(client).toString()).toBe(bodyOf(doc).toString());
  const actions = read(doc).blocks.flatMap((block) => (block.type === 'actionItem' ? [plainText(block.action)] : []));
  expect(actions).toEqual(['Book the room', 'Typed meanwhile']);
  expect(read(doc).blocks.some((block) => block.type === 'decision')).toBe(false);
});

test('[G9] what did not change keeps its identity, so nobody typing in it is interrupted', () => {
  const doc = meetingDoc();
  const past = copyOf(doc);
  const before = bodyOf(doc).get(5);
  insertBlocks(doc, [make.actionItem()], 0);
  restoreContent(doc, past);
  expect(bodyOf(doc).get(5)).toBe(before);
});
