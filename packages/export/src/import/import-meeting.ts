import type { IsoDate, Meeting } from '@duet/domain';
import { buildMeeting } from './build-meeting.ts';
import { ImportError } from './import-error.ts';
import { Budget, IMPORT_LIMITS } from './limits.ts';
import type { OutlineNode } from './outline.ts';
import { countRecognised, type RecognisedCounts } from './recognised.ts';
import { readOwnMarkdown } from './sources/own-markdown.ts';
import { readHtml } from './sources/read-html.ts';
import { readMarkdown } from './sources/read-markdown.ts';
import { readPlain } from './sources/read-plain.ts';

export const IMPORT_MEDIA_TYPES = ['text/markdown', 'text/html', 'text/plain'] as const;
export type ImportMediaType = (typeof IMPORT_MEDIA_TYPES)[number];

export interface ImportInput {
  readonly mediaType: ImportMediaType;
  readonly text: string;
  /** Years and distances are counted from it where the text has no date of its own. */
  readonly today: IsoDate;
}

export interface ImportResult {
  /** Its title is `''` where the text names none. */
  readonly meeting: Meeting;
  readonly recognised: RecognisedCounts;
}

/**
 * The meeting that a text tells of. Pure: nothing is fetched, stored or executed. Throws an {@link ImportError}, and
 * nothing else, at once when the text is beyond {@link IMPORT_LIMITS}.
 */
export function importMeeting({ mediaType, text, today }: ImportInput): ImportResult {
  if (text.length > IMPORT_LIMITS.sourceLength) throw new ImportError('too-large');
  if (text.includes('\0')) throw new ImportError('not-text');
  // Our own as it came: what `clean` takes away may be somebody's words, escaped.
  const own = mediaType === 'text/html' ? null : readOwnMarkdown(text.replaceAll('\r\n', '\n'));
  const meeting = own ?? buildMeeting(readOutline(mediaType, clean(text), new Budget()), today);
  return { meeting, recognised: countRecognised(meeting) };
}

/** Line ends are `\n`; what can't be stored or seen (lone surrogates, control characters) is replaced or gone. */
function clean(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .replaceAll(CONTROL, '');
}

const CONTROL = /(?![\n\t])\p{Cc}|\uFEFF/gu;

function readOutline(mediaType: ImportMediaType, text: string, budget: Budget): readonly OutlineNode[] {
  const outline = readSource(mediaType, text, budget);
  if (outline.length === 0) throw new ImportError('empty');
  return outline;
}

function readSource(mediaType: ImportMediaType, text: string, budget: Budget): readonly OutlineNode[] {
  if (mediaType === 'text/html') return readHtml(text, budget);
  if (mediaType === 'text/markdown' || looksLikeMarkdown(text)) return readMarkdown(text, budget);
  if (text.length > IMPORT_LIMITS.markupLength) throw new ImportError('too-large');
  return readPlain(text, budget);
}

/** Notes are often copied as Markdown though the clipboard calls them plain. */
function looksLikeMarkdown(text: string): boolean {
  return /^(?:#{1,6} \S|\|[ :-]+-[ :|-]*\|[ \t]*$|\s{0,8}[-*] \[[ xX]\] |.{0,80}\*\*[^*\n]{1,80}\*\*)/m.test(
    text.slice(0, 200_000),
  );
}
