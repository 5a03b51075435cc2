import { bodyOf, insertBlocks } from '@duet/document';
import { type IsoDate, make, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { lookAtLate } from './look-at-late.ts';

const TODAY = '2026-11-22' as IsoDate;

/** Two sections of two paragraphs each. */
function sealed(): Y.Doc {
  const doc = new Y.Doc();
  insertBlocks(doc, [
    make.sectionHeading({ title: plain('Prices') }),
    make.textBlock({ text: plain('one') }),
    make.textBlock({ text: plain('two') }),
    make.sectionHeading({ title: plain('Dates') }),
    make.textBlock({ text: plain('three') }),
  ]);
  return doc;
}

/** What each of the changes sends, made one after the other by somebody who has the final document. */
function placesOf(...changes: ((doc: Y.Doc) => void)[]): string[] {
  const final = sealed();
  const late = new Y.Doc();
  Y.applyUpdate(late, Y.encodeStateAsUpdate(final));
  const edits = changes.map((change, index) => {
    const before = Y.encodeStateVector(late);
    change(late);
    return { id: `${index}`, update: Y.encodeStateAsUpdate(late, before), isWordless: false };
  });
  return [...lookAtLate(Y.encodeStateAsUpdate(final), edits, TODAY).values()].map(({ place }) => place);
}

const type = (at: number, text: string) => (doc: Y.Doc) => {
  const block = bodyOf(doc).get(at);
  if (block instanceof Y.XmlElement && block.get(0) instanceof Y.XmlText) (block.get(0) as Y.XmlText).insert(0, text);
  else expect.fail();
};

test('[G14] a late edit is named by the first section that it changes, typed on or not', () => {
  expect(placesOf(type(4, 'a'), type(4, 'b'), type(1, 'c'))).toEqual(['Dates', 'Dates', 'Prices']);
});

test('[G14] a block that is added or taken away belongs to the section that it stands in', () => {
  const add = (doc: Y.Doc) => insertBlocks(doc, [make.textBlock({ text: plain('new') })]);
  const remove = (at: number) => (doc: Y.Doc) => bodyOf(doc).delete(at, 1);
  expect(placesOf(add, remove(2), (doc) => bodyOf(doc).delete(bodyOf(doc).length - 1, 1))).toEqual([
    'Dates',
    'Prices',
    'Dates',
  ]);
});

test('[G14] what leans on something that never came has no place, and costs nobody else theirs', () => {
  const final = sealed();
  const stranger = new Y.Doc();
  stranger.getText('x').insert(0, 'y');
  const before = Y.encodeStateVector(stranger);
  stranger.getText('x').insert(1, 'z');
  const state = Y.encodeStateAsUpdate(final);
  const lost = { id: 'lost', update: Y.encodeStateAsUpdate(stranger, before), isWordless: false };
  const broken = { id: 'broken', update: Uint8Array.of(9, 9), isWordless: true };
  type(4, 'found')(final);
  const edits = [lost, broken, { id: 'found', update: Y.encodeStateAsUpdate(final), isWordless: false }];
  expect([...lookAtLate(state, edits, TODAY)]).toEqual([
    ['lost', { place: 'In the document', text: null }],
    ['broken', { place: 'In the document', text: 'A change without words' }],
    ['found', { place: 'Dates', text: null }],
  ]);
});

test('[G14] an edit of a date or a state alone is put into words', () => {
  const final = new Y.Doc();
  insertBlocks(final, [make.actionItem({ action: plain('Book the room'), due: '2026-11-27' as IsoDate })]);
  const late = new Y.Doc();
  Y.applyUpdate(late, Y.encodeStateAsUpdate(final));
  const item = bodyOf(late).get(0);
  if (!(item instanceof Y.XmlElement)) return expect.fail();
  const before = Y.encodeStateVector(late);
  item.setAttribute('due', '2026-11-30');
  item.setAttribute('status', 'done');
  const edits = [{ id: 'due', update: Y.encodeStateAsUpdate(late, before), isWordless: true }];
  const look = lookAtLate(Y.encodeStateAsUpdate(final), edits, TODAY).get('due');
  expect(look?.text).toMatch(/^Book the room: .*Nov 30.*, was .*Nov 27/);
});
