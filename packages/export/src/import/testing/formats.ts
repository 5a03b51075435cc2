import type { ImportMediaType } from '../index.ts';
import { confluencePage, confluenceStorage, googleDocs, notionHtml } from './write-html-formats.ts';
import {
  alignedText,
  copiedPage,
  githubMarkdown,
  hackmdMarkdown,
  notionMarkdown,
  stackedText,
  tabbedText,
  type Writer,
} from './write-text-formats.ts';

/** Every form that notes come in. The first four keep nothing of a page but its words: no boxes, and no ticks. */
export const FORMATS: readonly (readonly [name: string, mediaType: ImportMediaType, write: Writer])[] = [
  ['a page copied as text, its cells glued', 'text/plain', copiedPage],
  ['text with tabs between the cells', 'text/plain', tabbedText],
  ['text with aligned columns', 'text/plain', alignedText],
  ['text with a line for each cell', 'text/plain', stackedText],
  ['GitHub Markdown', 'text/markdown', githubMarkdown],
  ['GitHub Markdown that calls itself plain', 'text/plain', githubMarkdown],
  ['HackMD Markdown', 'text/markdown', hackmdMarkdown],
  ['Notion Markdown', 'text/markdown', notionMarkdown],
  ['Google Docs HTML', 'text/html', googleDocs],
  ['Notion HTML', 'text/html', notionHtml],
  ['Confluence storage format', 'text/html', confluenceStorage],
  ['Confluence page', 'text/html', confluencePage],
];
