import { read, templateUpdate } from '@duet/document';
import { parseIsoDate, plainText, sections } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { putBack } from './put-back.ts';

function template(): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, templateUpdate({ title: 'Weekly', date: parseIsoDate('2026-03-18') }));
  return doc;
}

const lastWords = (doc: Y.Doc, title: string, count: number): string[] =>
  (sections(read(doc)).find(({ heading }) => heading && plainText(heading.title) === title)?.blocks ?? [])
    .slice(-count)
    .map((block) => (block.type === 'textBlock' ? plainText(block.text) : block.type));

test('[G12] words go back to the end of their section, a line a paragraph, and can be found there', () => {
  const doc = template();
  const id = putBack(doc, { place: 'Decisions', text: 'We asked Legal.\n\nThey said yes.' });
  expect(lastWords(doc, 'Decisions', 2)).toEqual(['We asked Legal.', 'They said yes.']);
  expect(read(doc).blocks.filter((block) => 'id' in block && block.id === id)).toHaveLength(1);
});

test('[G12] words from a section that is gone go to the end of the document', () => {
  const doc = template();
  putBack(doc, { place: 'In the document', text: 'We asked Legal.' });
  expect(lastWords(doc, 'Follow-up', 1)).toEqual(['We asked Legal.']);
});
