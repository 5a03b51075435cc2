import { checklist, plainText, sections } from '@duet/domain';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks, setAttributes } from './edits.ts';
import { bodyOf } from './layout.ts';
import { read } from './read.ts';
import { templateBlocks, templateUpdate } from './template.ts';

function opened(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}

test('[M1] a new meeting has every section of the template, in order', () => {
  const meeting = read(opened(templateUpdate({ title: 'Weekly', date: null })));
  expect(meeting.title).toBe('Weekly');
  expect(sections(meeting).map((section) => section.heading?.key)).toEqual([
    'guide',
    'checklist',
    'roadmap',
    'upcoming',
    'constraints',
    'risks',
    'decisions',
    'actions',
    'questions',
    'followup',
  ]);
  expect(checklist(meeting)).toHaveLength(5);
});

test('[M23] openers alternate, and the first one inverts the whole agenda', () => {
  const openers = (first: 'product' | 'engineering') =>
    templateBlocks(first).flatMap((block) => (block.type === 'sectionHeading' && block.opener ? [block.opener] : []));
  const product = openers('product');
  expect(product.slice(0, 3)).toEqual(['product', 'engineering', 'product']);
  expect(openers('engineering')).toEqual(product.map((side) => (side === 'product' ? 'engineering' : 'product')));
});

test('[M19] every element that holds text has its shared text from the start, empty or not', () => {
  const doc = new Y.Doc();
  insertBlocks(doc, templateBlocks('product'));
  const bare = [...bodyOf(doc).createTreeWalker((node) => node instanceof Y.XmlElement)].filter(
    (node) => node instanceof Y.XmlElement && node.length === 0 && !node.nodeName.endsWith('Table'),
  );
  expect(bare).toEqual([]);
});

test('a block without an id, and a copy with the same id, are each found by the id that reading gives them', () => {
  const doc = new Y.Doc();
  const element = (id: string | null, text: string): Y.XmlElement => {
    const made = new Y.XmlElement('actionItem');
    if (id !== null) made.setAttribute('id', id);
    made.insert(0, [new Y.XmlText(text)]);
    return made;
  };
  bodyOf(doc).insert(0, [element('a', 'first'), element('a', 'copy'), element(null, 'unnamed')]);
  const ids = read(doc).blocks.flatMap((block) => (block.type === 'actionItem' ? [block.id] : []));
  expect(new Set(ids).size).toBe(3);
  for (const [index, id] of ids.entries()) expect(setAttributes(doc, id, { owner: `owner-${index}` })).toBe(true);
  const owners = read(doc).blocks.map((block) => block.type === 'actionItem' && [plainText(block.action), block.owner]);
  expect(owners).toEqual([
    ['first', 'owner-0'],
    ['copy', 'owner-1'],
    ['unnamed', 'owner-2'],
  ]);
});
