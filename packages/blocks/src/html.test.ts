// @vitest-environment jsdom
import type { Block } from '@duet/domain';
import { DOMParser, DOMSerializer } from '@tiptap/pm/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonNode } from './json-node.ts';
import { blocks, isBlockName, readBlock, writeBlock } from './registry.ts';
import { meetingSchema } from './schema.ts';
import { arbitraryBlocks } from './testing/arbitraries.ts';

const schema = meetingSchema();
const identify = (node: JsonNode): string => (typeof node.attrs?.id === 'string' ? node.attrs.id : 'none');
/** HTML has no carriage returns of its own: its parser makes line feeds of them. */
const withoutReturns = (block: Block): Block =>
  JSON.parse(JSON.stringify(block), (_, value) =>
    typeof value === 'string' ? value.replaceAll(/\r\n?/g, '\n') : value,
  );

test.each(Object.keys(blocks).filter(isBlockName))('%s comes back from the HTML of a copy as it was', (name) => {
  const arbitrary: fc.Arbitrary<Block> = arbitraryBlocks[name];
  fc.assert(
    fc.property(arbitrary, (generated) => {
      const block = withoutReturns(generated);
      const doc = schema.node('doc', null, [schema.nodeFromJSON(writeBlock(block))]);
      const copied = document.createElement('div');
      copied.append(DOMSerializer.fromSchema(schema).serializeFragment(doc.content));
      const pasted = document.createElement('div');
      pasted.innerHTML = copied.innerHTML;
      expect(pasted.querySelector('script, img, style, iframe')).toBeNull();
      const read = DOMParser.fromSchema(schema).parse(pasted).firstChild?.toJSON();
      expect(readBlock(read, identify)).toEqual(block);
    }),
    { numRuns: 30 },
  );
});
