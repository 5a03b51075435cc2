import { canonicalText, type RichText, safeHref, type TextRun } from '@duet/domain';
import type { JsonMark, JsonNode } from './json-node.ts';

/** The text below a node, in order; unknown marks are ignored, links that must not be followed become text. */
export function readText(node: JsonNode): RichText {
  return canonicalText(runsBelow(node));
}

function runsBelow(node: JsonNode): TextRun[] {
  if (node.text !== undefined) return [readRun(node.text, node.marks ?? [])];
  if (node.type === 'hardBreak') return [{ text: '\n' }];
  return (node.content ?? []).flatMap(runsBelow);
}

function readRun(text: string, marks: readonly JsonMark[]): TextRun {
  const has = (type: string): boolean => marks.some((mark) => mark.type === type);
  const href = marks.find((mark) => mark.type === 'link')?.attrs?.href;
  const link = typeof href === 'string' ? safeHref(href) : null;
  return {
    text,
    ...(has('bold') && { bold: true as const }),
    ...(has('italic') && { italic: true as const }),
    ...(has('strike') && { strike: true as const }),
    ...(has('code') && { code: true as const }),
    ...(link !== null && { link }),
  };
}

/** The text nodes of a cell. */
export function writeText(text: RichText): readonly JsonNode[] {
  return canonicalText(text).map((run) => {
    const marks: JsonMark[] = [];
    if (run.link !== undefined) marks.push({ type: 'link', attrs: { href: run.link } });
    for (const type of ['bold', 'italic', 'strike', 'code'] as const) if (run[type]) marks.push({ type });
    return { type: 'text', text: run.text, ...(marks.length > 0 && { marks }) };
  });
}
