import { make, parseIsoDate, plain, plainText } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks } from './edits.ts';
import { bodyOf } from './layout.ts';
import { endOfSection, headingAbove } from './places.ts';
import { read } from './read.ts';
import { templateUpdate } from './template.ts';

function template(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, templateUpdate({ title: 'Weekly', date: parseIsoDate('2026-03-18') }));
  return doc;
}

test('a block that goes to the end of a section stands before the next heading, under its own', () => {
  const doc = template();
  const index = endOfSection(doc, (heading) => plainText(heading.title) === 'Risks');
  insertBlocks(doc, [make.textBlock({ text: plain('put back') })], index);
  const blocks = read(doc).blocks;
  expect(blocks[index]).toMatchObject({ type: 'textBlock' });
  expect(blocks[index + 1]).toMatchObject({ type: 'sectionHeading', key: 'decisions' });
  expect(headingAbove(doc, index)?.key).toBe('risks');
});

test('the last section ends with the document, and so does one that is not there', () => {
  const doc = template();
  const end = bodyOf(doc).length;
  expect(endOfSection(doc, ({ key }) => key === 'followup')).toBe(end);
  expect(endOfSection(doc, () => false)).toBe(end);
  expect(headingAbove(doc, 0)).toBeNull();
  expect(headingAbove(new Y.Doc(), 0)).toBeNull();
});
