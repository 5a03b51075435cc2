import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { blocks } from './registry.ts';
import { meetingSchema } from './schema.ts';

/** Every block and row with its attributes and cells, as the schema has them. */
function table(): string {
  const schema = meetingSchema();
  const names = Object.values(blocks).flatMap((block) => [block.name, ...(block.row ? [block.row.name] : [])]);
  const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');
  const lines = names.map((name) => {
    const { attrs = {}, content = '' } = schema.nodes[name]?.spec ?? {};
    const parts = content.match(/\w+/g)?.filter((part) => part !== 'text') ?? [];
    const attributes = Object.keys(attrs).filter((attribute) => attribute !== 'id');
    return `| \`${name}\` | ${code(attributes) || '–'} | ${code(parts) || 'text'} |`;
  });
  return ['| Element | Attributes besides `id` | Holds |', '| - | - | - |', ...lines].join('\n');
}

test('the README lists the blocks as they are', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  // The formatter pads the columns.
  expect(readme.replaceAll(/ {2,}/g, ' ').replaceAll(/-+/g, '-')).toContain(table());
});
