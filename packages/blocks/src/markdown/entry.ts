import type { Block } from '@duet/domain';
import type { BlockMarkdown } from './block-markdown.ts';
import type { Field } from './fields.ts';
import { readLabelled, withoutFirstSpace, writeLabelled } from './labelled.ts';
import { readAnchor, writeAnchor } from './links.ts';

/** The depth of the headings that entries have. Sections are above, headings within prose are below. */
export const ENTRY_DEPTH = 3;

/**
 * A block as a heading that begins with a word (`### Decision: Ship on Friday`) and a list of its fields.
 * At least one of the fields has to say something always, or the list of somebody's prose below would be read as them.
 */
export function entryMarkdown<B extends Block & { readonly id: string }>(
  word: string,
  title: Field<B>,
  fields: readonly Field<B>[],
  empty: () => B,
): BlockMarkdown<B> {
  const prefix = `${word}:`;
  return {
    write: (run, links) =>
      run.flatMap((block) => {
        const said = title.write(block, 'line', links);
        const begin = { type: 'text' as const, value: said.length > 0 ? `${prefix} ` : prefix };
        return [
          { type: 'heading', depth: ENTRY_DEPTH, children: [...writeAnchor(block.id, links), begin, ...said] },
          writeLabelled(block, fields, links),
        ];
      }),
    read: ([heading, below], source) => {
      if (heading?.type !== 'heading' || heading.depth !== ENTRY_DEPTH) return null;
      const start = heading.children.findIndex((node) => node.type !== 'html');
      const begin = heading.children[start];
      if (begin?.type !== 'text' || !begin.value.startsWith(prefix)) return null;
      const rest = { ...begin, value: begin.value.slice(prefix.length) };
      const said = withoutFirstSpace([rest, ...heading.children.slice(start + 1)]);
      const values = readLabelled(below, fields, source);
      const id = readAnchor(heading.children);
      const block: B = Object.assign({}, empty(), title.read(said, source), values ?? {}, id === null ? {} : { id });
      return { blocks: [block], taken: values === null ? 1 : 2 };
    },
  };
}
