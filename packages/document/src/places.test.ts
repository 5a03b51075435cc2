import { make, parseIsoDate, plain, plainText, sections } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks } from './edits.ts';
import { bodyOf } from './layout.ts';
import { appendText, endOfSection, headingAbove } from './places.ts';
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

const lastWords = (doc: Y.Doc, title: string, count: number): string[] =>
  (sections(read(doc)).find(({ heading }) => heading && plainText(heading.title) === title)?.blocks ?? [])
    .slice(-count)
    .map((block) => (block.type === 'textBlock' ? plainText(block.text) : block.type));

test('a text goes to the end of the section of that title, a line a paragraph, and can be found there', () => {
  const doc = template();
  const id = appendText(doc, 'Decisions', 'We asked Legal.\n\nThey said yes.');
  expect(lastWords(doc, 'Decisions', 2)).toEqual(['We asked Legal.', 'They said yes.']);
  expect(read(doc).blocks.filter((block) => 'id' in block && block.id === id)).toHaveLength(1);
});

test('a text from a section that is gone goes to the end of the document', () => {
  const doc = template();
  appendText(doc, 'In the document', 'We asked Legal.');
  expect(lastWords(doc, 'Follow-up', 1)).toEqual(['We asked Legal.']);
});
