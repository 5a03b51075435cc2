import type { Nodes, Root } from 'mdast';
import { type Options as FromOptions, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { type Options as ToOptions, toMarkdown } from 'mdast-util-to-markdown';
import { gfm } from 'micromark-extension-gfm';

/** GitHub-flavoured Markdown as a tree and back; all escaping and parsing is done by these two. */

const READ: FromOptions = {
  extensions: [gfm()],
  // Addresses are found twice: by the syntax, which respects an escape, and again in the finished text, which doesn't.
  mdastExtensions: gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension),
};
const WRITE: ToOptions = {
  bullet: '-',
  rule: '-',
  emphasis: '_',
  extensions: [gfmToMarkdown({ tablePipeAlign: false })],
};

export function parseTree(markdown: string): Root {
  return fromMarkdown(markdown, READ);
}

export function renderTree(tree: Nodes): string {
  return toMarkdown(tree, WRITE);
}
