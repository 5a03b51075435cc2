import { type Block, plainText } from '@duet/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonNode } from './json-node.ts';
import { blocks, isBlockName, readBlock, writeBlock } from './registry.ts';
import { meetingSchema } from './schema.ts';
import { arbitraryBlocks } from './testing/arbitraries.ts';

const NAMES = Object.keys(blocks).filter(isBlockName);
const schema = meetingSchema();
const ELEMENTS = Object.keys(schema.nodes).filter((name) => name !== 'text' && name !== 'doc');
/** Ids as they come: each entry's own, made up where it has none. */
const identify = (node: JsonNode): string => (typeof node.attrs?.id === 'string' ? node.attrs.id : 'none');

/** Elements of any name, any number of times, in any order and depth, with text between them; each word once. */
const arbitraryContent: fc.Arbitrary<readonly JsonNode[]> = fc
  .array(
    fc.letrec<{ node: JsonNode; text: JsonNode; element: JsonNode }>((tie) => ({
      node: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('text'), tie('element')),
      text: fc.constant({ type: 'text', text: 'word' }),
      element: fc.record({
        type: fc.constantFrom(...ELEMENTS, 'unheardOf'),
        content: fc.array(tie('node'), { maxLength: 4 }),
      }),
    })).node,
    { maxLength: 4 },
  )
  .map((nodes) => {
    let count = 0;
    return JSON.parse(JSON.stringify(nodes), (key, value) => (key === 'text' ? `word${count++} ` : value));
  });

describe.each(NAMES)('%s', (name) => {
  const arbitrary: fc.Arbitrary<Block> = arbitraryBlocks[name];

  test('reads what it wrote', () => {
    fc.assert(
      fc.property(arbitrary, (block) => {
        expect(readBlock(writeBlock(block), identify)).toEqual(block);
      }),
      { numRuns: 50 },
    );
  });

  test('writes what the editor allows', () => {
    fc.assert(
      fc.property(arbitrary, (block) => {
        expect(() => schema.nodeFromJSON(writeBlock(block)).check()).not.toThrow();
      }),
      { numRuns: 30 },
    );
  });

  test('reads attributes of any kind as something legal: writing and reading that changes nothing', () => {
    const attrs = fc.dictionary(
      fc.constantFrom(...Object.keys(readBlock({ type: name }, identify)), 'id', 'since', 'unheard-of'),
      fc.oneof(
        fc.anything(),
        fc.string(),
        fc.constantFrom('@@a', 'a and @ b', '2025-02-30', '-1', ' ', true, Number.NaN),
      ),
    );
    fc.assert(
      fc.property(attrs, (wrong) => {
        const block = readBlock({ type: name, attrs: wrong }, () => 'id');
        expect(readBlock(writeBlock(block), () => 'id')).toEqual(block);
      }),
      { numRuns: 100 },
    );
  });

  test('loses no word of content in any shape, and never throws', () => {
    fc.assert(
      fc.property(arbitraryContent, (content) => {
        const block = readBlock({ type: name, content }, () => 'id');
        const words = JSON.stringify(content).match(/word\d+/g) ?? [];
        expect(wordsOf(block)).toEqual(words.toSorted());
      }),
      { numRuns: 100 },
    );
  });
});

test('no mark stands twice on a text: the binding would write it under a hash, which the page does not load', () => {
  for (const mark of Object.values(schema.marks)) expect([mark.name, mark.excludes(mark)]).toEqual([mark.name, true]);
});

function wordsOf(block: Block): readonly string[] {
  const texts = 'rows' in block ? block.rows : [block];
  return texts
    .flatMap((entry) => Object.values(entry))
    .flatMap((value) => (Array.isArray(value) && value.every((run) => typeof run === 'object') ? plainText(value) : []))
    .flatMap((text) => text.match(/word\d+/g) ?? [])
    .toSorted();
}
