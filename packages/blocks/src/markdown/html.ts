import type { PhrasingContent } from 'mdast';

/** The few pieces of HTML that our Markdown carries. Text that looks like HTML is escaped, so these are always ours. */

/** The value of an attribute in a tag, its character references decoded; null when it isn't there. */
export function decodeAttribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1];
  return value?.replaceAll(/&#(\d+);/g, (reference, code) => characterOf(Number(code)) ?? reference) ?? null;
}

/** Null for a number that names no character: text from elsewhere may hold any. */
function characterOf(code: number): string | null {
  return code <= 0x10ffff ? String.fromCodePoint(code) : null;
}

const html = (value: string): PhrasingContent => ({ type: 'html', value });

/** Parts of a line with a space between them; the functions that find a part take the space before it along. */
export function spaced(...parts: readonly PhrasingContent[][]): PhrasingContent[] {
  const filled = parts.filter((part) => part.length > 0);
  return filled.flatMap((part, index) => (index === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part]));
}

/** What is known to the machine, or said in passing: small letters behind a text. */
export function writeSmallPrint(text: string): PhrasingContent[] {
  return text === '' ? [] : [html('<sub>'), { type: 'text', value: text }, html('</sub>')];
}

export function smallPrintIn(nodes: readonly PhrasingContent[]): {
  readonly small: readonly PhrasingContent[];
  readonly rest: readonly PhrasingContent[];
} {
  const start = nodes.findIndex((node) => node.type === 'html' && node.value === '<sub>');
  const end = nodes.findIndex((node, index) => index > start && node.type === 'html' && node.value === '</sub>');
  if (start < 0 || end < 0) return { small: [], rest: nodes };
  const rest = [...withoutLastSpace(nodes.slice(0, start)), ...nodes.slice(end + 1)];
  return { small: nodes.slice(start + 1, end), rest };
}

/** What only the machine needs: not shown at all. */
export function writeComment(text: string): PhrasingContent[] {
  return text === '' ? [] : [html(commentOf(text))];
}

function commentOf(text: string): string {
  return `<!-- ${encodeURIComponent(wellFormed(text)).replaceAll('%20', ' ').replaceAll('%2C', ',')} -->`;
}

/** The text of our comment in a piece of HTML; null when it is none. */
export function readComment(value: string): string | null {
  const [, text] = /^<!-- (.*) -->$/.exec(value.trim()) ?? [];
  if (text === undefined) return null;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function commentIn(nodes: readonly PhrasingContent[]): {
  readonly comment: string | null;
  readonly rest: readonly PhrasingContent[];
} {
  const index = nodes.findIndex((node) => node.type === 'html' && readComment(node.value) !== null);
  const node = nodes[index];
  if (node?.type !== 'html') return { comment: null, rest: nodes };
  return {
    comment: readComment(node.value),
    rest: [...withoutLastSpace(nodes.slice(0, index)), ...nodes.slice(index + 1)],
  };
}

function withoutLastSpace(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type !== 'text' || !last.value.endsWith(' ')) return nodes;
  return [...nodes.slice(0, -1), { ...last, value: last.value.slice(0, -1) }];
}

/** Half a letter has no encoding. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}
