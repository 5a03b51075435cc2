import { canonicalText, type RichText, type TextRun } from '@duet/domain';
import type { PhrasingContent } from 'mdast';
import { readText } from './read-text.ts';
import { parseTree, renderTree } from './syntax.ts';

/** Where a text stands: in a paragraph, or in a heading or table cell, which are one line of Markdown. */
export type Place = 'paragraph' | 'line';

/**
 * A text as Markdown. Marks become `**`, `_`, `~~` and backticks where Markdown can say them, which depends on the
 * letters around: "**a**b" is bold but "**a.**b" is not. So a text with marks is read back at once, and where that
 * gives something else, HTML tags say the same, ugly but exact. GitHub shows both alike.
 */
export function writeText(text: RichText, place: Place): PhrasingContent[] {
  const canonical = canonicalText(text);
  const runs = withNeighbours(canonical);
  const pretty = nest(runs, place, MARKS);
  const isPlain = canonical.every((run) => Object.keys(run).length === 1);
  const breaksCode = canonical.some((run) => run.code && /[\n\r]|\\\|/.test(run.text));
  return isPlain || (!breaksCode && readsAs(pretty, canonical)) ? pretty : runs.flatMap(tagged);
}

/** A run with the letters before and after it: white space counts where a line begins or ends, not where a mark does. */
interface Neighboured extends TextRun {
  readonly before: string;
  readonly after: string;
}

function withNeighbours(runs: RichText): Neighboured[] {
  return runs.map((run, index) => ({
    ...run,
    before: runs[index - 1]?.text.at(-1) ?? '\n',
    after: runs[index + 1]?.text.at(0) ?? '\n',
  }));
}

function readsAs(children: PhrasingContent[], expected: RichText): boolean {
  const markdown = renderTree({ type: 'root', children: [{ type: 'paragraph', children }] });
  const [paragraph, ...more] = parseTree(markdown).children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) return false;
  return JSON.stringify(sortKeys(readText(paragraph.children, markdown))) === JSON.stringify(sortKeys(expected));
}

const sortKeys = (text: RichText) => text.map((run) => Object.entries(run).sort());

const MARKS = ['link', 'bold', 'italic', 'strike'] as const;
type MarkName = (typeof MARKS)[number];

/** Neighbours that share a mark go below one node of it, the marks in a fixed order from outside in. */
function nest(runs: readonly Neighboured[], place: Place, marks: readonly MarkName[]): PhrasingContent[] {
  const [mark, ...inner] = marks;
  if (mark === undefined) {
    return runs.flatMap((run) => (run.code ? [{ type: 'inlineCode', value: run.text }] : characters(run, place)));
  }
  const nodes: PhrasingContent[] = [];
  for (let start = 0; start < runs.length; ) {
    const value = runs[start]?.[mark];
    const end = runs.findIndex((run, index) => index > start && run[mark] !== value);
    const group = runs.slice(start, end === -1 ? runs.length : end);
    const children = nest(group, place, inner);
    nodes.push(...(value === undefined ? children : [markNode(mark, String(value), children)]));
    start += group.length;
  }
  return nodes;
}

function markNode(mark: MarkName, value: string, children: PhrasingContent[]): PhrasingContent {
  switch (mark) {
    // A link in a link can't be made here, which is all that the type of its children rules out.
    case 'link':
      return { type: 'link', url: value, children: children.filter((child) => child.type !== 'link') };
    case 'bold':
      return { type: 'strong', children };
    case 'italic':
      return { type: 'emphasis', children };
    case 'strike':
      return { type: 'delete', children };
  }
}

const TAGS = [
  ['bold', 'b'],
  ['italic', 'i'],
  ['strike', 's'],
  ['code', 'code'],
] as const;

function tagged(run: Neighboured): PhrasingContent[] {
  const tags = TAGS.flatMap(([mark, tag]) => (run[mark] ? [tag] : []));
  const link = run.link === undefined ? [] : [`<a href="${escapeAttribute(run.link)}">`];
  const open = [...link, ...tags.map((tag) => `<${tag}>`)];
  const close = [...tags.toReversed().map((tag) => `</${tag}>`), ...link.map(() => '</a>')];
  return [...open.map(raw), ...characters(run, 'line'), ...close.map(raw)];
}

const raw = (value: string): PhrasingContent => ({ type: 'html', value });
const reference = (character: string): PhrasingContent => raw(`&#${character.codePointAt(0)};`);

/** A value within double quotes; also safe in a table cell, and on one line. */
function escapeAttribute(value: string): string {
  return value.replaceAll(/[&"<>|\s`]/g, (character) => `&#${character.codePointAt(0)};`);
}

/**
 * Letters as they are; what Markdown would swallow as character references: white space at the edges of a line, tabs,
 * carriage returns. A line break between words is one in Markdown too, elsewhere it is a reference as well.
 */
function characters({ text, before, after }: Neighboured, place: Place): PhrasingContent[] {
  const around = before + text + after;
  const nodes: PhrasingContent[] = [];
  for (const { 0: part, index } of text.matchAll(/[\n\r\t]| +|[^\n\r\t ]+/g)) {
    const [previous, next] = [around[index] ?? '', around[index + part.length + 1] ?? ''];
    const last = nodes.at(-1);
    if (part === '\n' && !/\s/.test(previous + next)) nodes.push(place === 'line' ? raw('<br>') : { type: 'break' });
    else if (/^[\n\r\t]/.test(part) || (part.startsWith(' ') && /[\n\r\t]/.test(previous + next))) {
      nodes.push(...[...part].map(reference));
    } else if (last?.type === 'text') last.value += part;
    else nodes.push({ type: 'text', value: part });
  }
  return nodes;
}
