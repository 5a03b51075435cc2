import { canonicalText, type RichText, safeHref, type TextRun } from '@duet/domain';
import type { PhrasingContent } from 'mdast';
import { decodeAttribute } from './html.ts';

type Marks = Omit<TextRun, 'text'>;

const TAG_MARKS: Readonly<Record<string, Marks>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  s: { strike: true },
  del: { strike: true },
  code: { code: true },
};

/**
 * Markdown as a text. Tags for marks, links and line breaks are understood, others are left out; pictures become their
 * description.
 *
 * @param source the Markdown that the nodes come from: only there is a wrapped line different from a line break.
 */
export function readText(nodes: readonly PhrasingContent[], source: string): RichText {
  return canonicalText(readRuns(nodes, {}, source));
}

function readRuns(nodes: readonly PhrasingContent[], outer: Marks, source: string): TextRun[] {
  // Tags are siblings of what they enclose: each opening adds marks until its closing takes them away.
  const open: { readonly tag: string; readonly marks: Marks }[] = [];
  return nodes.flatMap((node): TextRun[] => {
    const marks = Object.assign({}, outer, ...open.map((tag) => tag.marks)) as Marks;
    switch (node.type) {
      case 'text':
        return [{ ...marks, text: unwrapped(node, source) }];
      case 'inlineCode':
        return [{ ...marks, code: true, text: node.value }];
      case 'break':
        return [{ ...marks, text: '\n' }];
      case 'strong':
        return readRuns(node.children, { ...marks, bold: true }, source);
      case 'emphasis':
        return readRuns(node.children, { ...marks, italic: true }, source);
      case 'delete':
        return readRuns(node.children, { ...marks, strike: true }, source);
      case 'link':
        return readRuns(node.children, { ...marks, ...linkTo(node.url) }, source);
      case 'linkReference':
        return readRuns(node.children, marks, source);
      case 'image':
      case 'imageReference':
        return node.alt ? [{ ...marks, text: node.alt }] : [];
      case 'footnoteReference':
        return [{ ...marks, text: `[${node.label ?? node.identifier}]` }];
      case 'html':
        return readTag(node.value, marks, open);
      default:
        return node satisfies never;
    }
  });
}

function readTag(html: string, marks: Marks, open: { readonly tag: string; readonly marks: Marks }[]): TextRun[] {
  const [, slash = '', name = ''] = /^<(\/?)([a-z]+)/i.exec(html) ?? [];
  const tag = name.toLowerCase();
  if (tag === 'br') return [{ ...marks, text: '\n' }];
  if (slash !== '') {
    const index = open.findLastIndex((other) => other.tag === tag);
    if (index >= 0) open.splice(index, 1);
  } else if (tag === 'a') {
    open.push({ tag, marks: linkTo(decodeAttribute(html, 'href') ?? '') });
  } else {
    const added = TAG_MARKS[tag];
    if (added) open.push({ tag, marks: added });
  }
  return [];
}

function linkTo(url: string): Marks {
  const link = safeHref(url);
  return link === null ? {} : { link };
}

/** Where the source itself goes on in a new line the author only wrapped it: that is a space. */
function unwrapped(node: Extract<PhrasingContent, { type: 'text' }>, source: string): string {
  const { start, end } = node.position ?? {};
  const isWrapped = /[\n\r]/.test(source.slice(start?.offset, end?.offset));
  return isWrapped ? node.value.replaceAll(/\r\n?|\n/g, ' ') : node.value;
}
