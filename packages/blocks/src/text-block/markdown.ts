import { newId, type RichText, type TextBlock } from '@duet/domain';
import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, RootContent, TableCell } from 'mdast';
import { type AttributeValues, readAttributes } from '../attributes.ts';
import type { BlockMarkdown } from '../markdown/block-markdown.ts';
import { ENTRY_DEPTH } from '../markdown/entry.ts';
import { textOf } from '../markdown/fields.ts';
import { commentIn, readComment, smallPrintIn, spaced, writeComment, writeSmallPrint } from '../markdown/html.ts';
import { type Around, readAnchor, writeAnchor } from '../markdown/links.ts';
import { readText } from '../markdown/read-text.ts';
import { type Place, writeText } from '../markdown/write-text.ts';
import { attributes, LAST_INDENT } from './model.ts';
import { orderedNumbers } from './numbering.ts';

/**
 * Prose as what it is in Markdown: paragraphs, headings below those of sections and entries, quotes and nested lists.
 * What Markdown has no form for (an indented quote, an item indented further than the one above allows) follows the
 * text in a comment: `<!-- indent 2 -->`.
 */
export const textBlockMarkdown: BlockMarkdown<TextBlock> = {
  write: (run, links) => {
    const numbers = orderedNumbers(run);
    const nodes: RootContent[] = [];
    // The lists that an item may go on with, outermost first, and how far the last item of each is indented.
    const open: { list: List; indent: number }[] = [];
    for (const [index, block] of run.entries()) {
      if (!isItem(block)) {
        open.length = 0;
        nodes.push(standing(block, links));
        continue;
      }
      const depth = open.filter(({ indent }) => indent < block.indent).length;
      const ordered = block.kind === 'ordered';
      if (open[depth]?.list.ordered === ordered) {
        open.length = depth + 1;
      } else {
        open.length = depth;
        // Within an item a list can only begin with 1.
        const start = depth === 0 ? numbers[index] : null;
        const list: List = { type: 'list', ordered, start: start ?? null, spread: false, children: [] };
        (open[depth - 1]?.list.children.at(-1)?.children ?? nodes).push(list);
        open.push({ list, indent: block.indent });
      }
      const here = open[depth];
      if (!here) continue;
      here.indent = block.indent;
      here.list.children.push(item(block, depth, links));
    }
    return nodes;
  },

  read: ([node], source) => (node ? { blocks: readProse(node, source, 0), taken: 1 } : null),
};

const isItem = ({ kind }: TextBlock): boolean => kind === 'bullet' || kind === 'ordered' || kind === 'check';

function standing(block: TextBlock, links: Around): BlockContent {
  if (block.kind === 'heading') {
    return { type: 'heading', depth: headingDepth(block.level), children: line(block, 0, 'line', links) };
  }
  const children = line(block, 0, 'paragraph', links);
  if (block.kind !== 'quote') return { type: 'paragraph', children };
  return { type: 'blockquote', children: children.length === 0 ? [] : [{ type: 'paragraph', children }] };
}

function item(block: TextBlock, depth: number, links: Around): ListItem {
  const children = line(block, depth, 'paragraph', links);
  return {
    type: 'listItem',
    spread: false,
    checked: block.kind === 'check' ? block.checked : null,
    children: children.length === 0 ? [] : [{ type: 'paragraph', children }],
  };
}

const headingDepth = (level: number) => (level === 1 ? 4 : level === 2 ? 5 : 6);
const levelOf = (depth: number): number => Math.max(1, depth - ENTRY_DEPTH);

/** The text of a block and what its form in Markdown leaves unsaid. */
function line(block: TextBlock, depth: number, place: Place, links: Around): PhrasingContent[] {
  const said = [...writeAnchor(block.id, links), ...writeText(block.text, place)];
  const unsaid = [
    ...(block.indent === depth ? [] : [`indent ${block.indent}`]),
    ...(block.kind === 'heading' || block.level === USUAL.level ? [] : [`level ${block.level}`]),
    ...(block.checked && block.kind !== 'check' ? ['checked'] : []),
  ];
  // Nothing at all would be no paragraph, a bare `[ ]` no task, and an empty list no list right below a text.
  const mustShow = block.kind === 'paragraph' || block.kind === 'check' || depth > 0;
  if (mustShow && said.length === 0 && unsaid.length === 0 && block.side === null) unsaid.push('empty');
  return spaced(said, writeSmallPrint(block.side ?? ''), writeComment(unsaid.join(', ')));
}

const USUAL = readAttributes(attributes, {});

/** Any Markdown as prose: what has no form of its own here becomes paragraphs, so that no words are lost. */
function readProse(node: RootContent, source: string, indent: number): TextBlock[] {
  const prose = (children: readonly PhrasingContent[], values: Partial<Values> = {}): TextBlock[] => [
    readLine(children, { indent, ...values }, source),
  ];
  switch (node.type) {
    case 'paragraph':
      return prose(node.children);
    case 'heading':
      return prose(node.children, { kind: 'heading', level: levelOf(node.depth) });
    case 'blockquote':
      if (node.children.length === 0) return prose([], { kind: 'quote' });
      return node.children
        .flatMap((child) => readProse(child, source, indent))
        .map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block));
    case 'list':
      return node.children.flatMap((child) => readItem(child, node.ordered === true, source, indent));
    case 'html':
      return readHtml(node.value, prose);
    case 'code':
      return prose([{ type: 'inlineCode', value: node.value }]);
    case 'table':
      return node.children.flatMap((row) => prose(row.children.flatMap(cellWithBar)));
    case 'footnoteDefinition':
      return node.children.flatMap((child) => readProse(child, source, indent));
    default:
      return [];
  }
}

type Values = AttributeValues<typeof attributes>;

function readItem({ children, checked }: ListItem, ordered: boolean, source: string, indent: number): TextBlock[] {
  const kind = typeof checked === 'boolean' ? 'check' : ordered ? 'ordered' : 'bullet';
  const [first, ...rest] = children;
  const below = (more: readonly (BlockContent | DefinitionContent)[]): TextBlock[] =>
    more.flatMap((child) => readProse(child, source, indent + 1));
  const values = { kind, checked: checked === true, indent } as const;
  if (first?.type === 'paragraph') return [readLine(first.children, values, source), ...below(rest)];
  if (first?.type === 'html') return [readLine([first], values, source), ...below(rest)];
  return [readLine([], values, source), ...below(children)];
}

function readLine(children: readonly PhrasingContent[], values: Partial<Values>, source: string): TextBlock {
  const { comment, rest } = commentIn(children);
  const { small, rest: said } = smallPrintIn(rest);
  const side = attributes.side.read(textOf(small, source));
  const unsaid = (comment ?? '').split(', ').map((word) => word.split(' '));
  const number = (name: string): string | undefined => unsaid.find(([word]) => word === name)?.[1];
  const text: RichText = readText(side === null ? rest : said, source);
  return {
    type: 'textBlock',
    id: readAnchor(children) ?? newId(),
    ...readAttributes(attributes, {
      ...values,
      indent: number('indent') ?? Math.min(values.indent ?? 0, LAST_INDENT),
      level: number('level') ?? values.level,
      checked: values.checked === true || unsaid.some(([word]) => word === 'checked'),
      side,
    }),
    text,
  };
}

/** A piece of HTML between paragraphs: our comment is an empty one, of anything else the words are kept. */
function readHtml(html: string, prose: (children: readonly PhrasingContent[]) => TextBlock[]): TextBlock[] {
  const comment = readComment(html);
  if (comment !== null)
    return /^(empty|indent|level|checked)\b/.test(comment) ? prose([{ type: 'html', value: html }]) : [];
  const words = html
    .replaceAll(/<!--.*?-->|<[^>]*>/gs, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return words === '' ? [] : prose([{ type: 'text', value: words }]);
}

function cellWithBar(cell: TableCell, index: number): PhrasingContent[] {
  return index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children];
}
