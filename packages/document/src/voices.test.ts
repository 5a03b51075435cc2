import { make, plain, silenceInWords } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { contentHash } from './content-hash.ts';
import { placesOfEdit } from './edit-places.ts';
import { insertBlocks, setAttributes, setDetails } from './edits.ts';
import { bodyOf, voicesMapOf } from './layout.ts';
import { read } from './read.ts';
import { countVoice, readVoices, sayNoObjection } from './voices.ts';
import { findElement } from './y-xml.ts';

function meetingDoc(): Y.Doc {
  const doc = new Y.Doc();
  insertBlocks(doc, [
    make.sectionHeading({ id: 'roadmap', title: plain('Roadmap') }),
    { type: 'roadmapTable', rows: [make.roadmapRow({ id: 'search' }), make.roadmapRow({ id: 'login' })] },
    make.sectionHeading({ id: 'decisions', title: plain('Decisions') }),
    make.decision({ id: 'phones' }),
  ]);
  return doc;
}

/** Types into the first text of a block or row, a transaction a letter. */
function type(doc: Y.Doc, id: string, text: string): void {
  const element = findElement(bodyOf(doc), id);
  const cell = element?.get(0);
  const target = cell instanceof Y.XmlElement ? cell.get(0) : cell;
  if (!(target instanceof Y.XmlText)) throw new Error(`${id} holds no text`);
  for (const letter of text) target.insert(target.length, letter);
}

test('[M25] going on in one row is one edit of a side; turning to another thing is the next', () => {
  const doc = meetingDoc();
  countVoice(doc, 'product');
  type(doc, 'search', 'Faster search');
  setAttributes(doc, 'search', { health: 'delayed' });
  type(doc, 'login', 'Login');
  type(doc, 'search', ', soon');
  type(doc, 'phones', 'Drop old phones');
  expect(readVoices(doc)).toMatchObject({
    roadmap: { product: { edits: 3 }, engineering: { edits: 0 } },
    decisions: { product: { edits: 1 } },
  });
});

test('[M25] typing costs one small write for each thing, not one a letter', () => {
  const doc = meetingDoc();
  let writes = 0;
  voicesMapOf(doc).observe(() => writes++);
  countVoice(doc, 'product');
  type(doc, 'search', 'A feature that takes very many letters to name');
  expect(writes).toBe(1);
});

test('[M25] a new row counts where it stands, and writing in it is the same edit', () => {
  const doc = meetingDoc();
  const stop = countVoice(doc, 'engineering');
  insertBlocks(doc, [make.decision({ id: 'new' })], 3);
  type(doc, 'new', 'Go');
  expect(readVoices(doc).decisions?.engineering.edits).toBe(1);
  stop();
  type(doc, 'phones', 'Not counted any more');
  expect(readVoices(doc).decisions?.engineering.edits).toBe(1);
});

test('[M25] each browser counts what is edited in it, and both see both', () => {
  const product = meetingDoc();
  const engineering = new Y.Doc();
  Y.applyUpdate(engineering, Y.encodeStateAsUpdate(product));
  countVoice(product, 'product');
  countVoice(engineering, 'engineering');
  type(product, 'phones', 'Drop old phones');
  Y.applyUpdate(engineering, Y.encodeStateAsUpdate(product));
  const one = readVoices(engineering).decisions;
  expect(one && silenceInWords(one)).toBe('Engineering: nothing yet');
  sayNoObjection(engineering, 'engineering', 'decisions');
  Y.applyUpdate(product, Y.encodeStateAsUpdate(engineering));
  const both = readVoices(product).decisions;
  expect(both && silenceInWords(both)).toBeNull();
});

test('[M25] undo takes back the words, not that somebody spoke; and no reader of the meeting sees it', async () => {
  const doc = meetingDoc();
  const undo = new Y.UndoManager(bodyOf(doc));
  countVoice(doc, 'product');
  type(doc, 'phones', 'Oops');
  const before = [read(doc), await contentHash(doc)];
  sayNoObjection(doc, 'engineering', 'decisions');
  expect([read(doc), await contentHash(doc)]).toEqual(before);
  undo.undo();
  expect(readVoices(doc).decisions).toMatchObject({
    product: { edits: expect.any(Number) },
    engineering: { noObjection: true },
  });
});

test('[M25] whatever else a client wrote there counts as nothing', () => {
  const doc = meetingDoc();
  const map = voicesMapOf(doc);
  for (const [key, value] of [
    ['edits product roadmap', -3],
    ['edits engineering roadmap', 'many'],
    ['edits everybody roadmap', 3],
    ['whatever', 1],
  ] as const) {
    map.set(key, value);
  }
  expect(readVoices(doc)).toEqual({
    roadmap: { product: { edits: 0, noObjection: false }, engineering: { edits: 0, noObjection: false } },
  });
});

test('[M28] an edit is a thing that changed, however many letters that took', () => {
  const doc = meetingDoc();
  const keys = new Set<string>();
  doc.on('afterTransaction', (transaction) => {
    for (const { key } of placesOfEdit(doc, transaction)) keys.add(key);
  });
  type(doc, 'search', 'Faster search');
  type(doc, 'login', 'Login');
  setDetails(doc, { title: 'Weekly' });
  setDetails(doc, { title: 'Weekly sync' });
  bodyOf(doc).delete(3, 1);
  expect(keys.size).toBe(4);
  voicesMapOf(doc).set('edits product roadmap', 1);
  expect(keys.size).toBe(4);
});
