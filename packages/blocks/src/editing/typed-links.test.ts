// @vitest-environment jsdom
import { plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { readBlock } from '../registry.ts';
import { block } from '../testing/block.ts';
import { type } from '../testing/keyboard.ts';
import { openEditor } from '../testing/open-editor.ts';

function typed(text: string) {
  const editor = openEditor([block('textBlock', { id: 'a', text: plain('') })]);
  type(editor, text);
  const prose = readBlock(editor.state.doc.child(0).toJSON(), () => 'a');
  return prose.type === 'textBlock' ? prose.text : [];
}

test('an address that is typed becomes a link with the space after it', () => {
  expect(typed('See https://example.com/a?b=c and on')).toEqual([
    { text: 'See ' },
    { text: 'https://example.com/a?b=c', link: 'https://example.com/a?b=c' },
    { text: ' and on' },
  ]);
});

test('punctuation after an address belongs to the sentence', () => {
  expect(typed('(https://example.com/a). Yes')).toEqual([
    { text: '(' },
    { text: 'https://example.com/a', link: 'https://example.com/a' },
    { text: '). Yes' },
  ]);
});

test('[G25] an address that may not stand in a link stays text', () => {
  expect(typed('javascript:alert(1) x')).toEqual([{ text: 'javascript:alert(1) x' }]);
});
