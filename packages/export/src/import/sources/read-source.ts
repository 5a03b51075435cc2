import type { Steps } from '@duet/blocks';
import { ImportError } from '../import-error.ts';
import { type Budget, IMPORT_LIMITS } from '../limits.ts';
import type { OutlineNode } from '../outline.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';

export const SOURCE_TYPES = ['text/markdown', 'text/html', 'text/plain'] as const;
export type SourceType = (typeof SOURCE_TYPES)[number];

/** Line ends are `\n`; what can't be stored or seen (lone surrogates, control characters) is replaced or gone. */
export function clean(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(CONTROL, '');
}

const CONTROL = /(?![\n\t])\p{Cc}|\uFEFF/gu;

/** A text, cleaned before, as an outline that says something. @throws ImportError */
export function* readSource(type: SourceType, text: string, budget: Budget): Steps<readonly OutlineNode[]> {
  const outline = yield* readerOf(type, text)(text, budget);
  if (outline.length === 0) throw new ImportError('empty');
  return outline;
}

function readerOf(type: SourceType, text: string): typeof readHtml {
  if (type === 'text/html') return readHtml;
  if (type === 'text/markdown' || looksLikeMarkdown(text)) return readMarkdown;
  if (text.length > IMPORT_LIMITS.markupLength) throw new ImportError('too-large');
  return readPlain;
}

/** Notes are often copied as Markdown though the clipboard calls them plain. */
export function looksLikeMarkdown(text: string): boolean {
  return /^(?:#{1,6} \S|\|[ :-]+-[ :|-]*\|[ \t]*$|\s{0,8}[-*] \[[ xX]\] |.{0,80}\*\*[^*\n]{1,80}\*\*)/m.test(
    text.slice(0, 200_000),
  );
}
