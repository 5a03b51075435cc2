import { meetingMarkdown, parseMeetingMarkdown } from '@duet/blocks';
import type { Meeting } from '@duet/domain';

/** How every Markdown of ours begins: the title, then a list of just the date and the duration. */
const SIGN = /^#(?: [^\n]*)?\n\n(?:- \*\*Date:\*\* \d{4}-\d\d-\d\d\n)?- \*\*Duration:\*\* \d{1,16} min(?:\n|$)/;

/** How our headings of sections end; a page shows nothing of it, and nobody writes it by hand. */
const SECTION = /^## [^\n]{0,2000}<!-- [^\n]{1,200} -->$/m;

/** UTF-16 units that the CommonMark parser reads in about a second. Longer ones are read as anybody's notes. */
const LONGEST = 64 * 1024;

/** Marks that pair up, in one paragraph. */
const MOST_MARKERS = 300;
const MOST_CELLS = 60;
const LONGEST_PARAGRAPH = 200;

/**
 * The meeting that our own export tells of, as it was; null when the text is not ours.
 *
 * Reading ours exactly takes a CommonMark parser, and that one is quadratic in what our export never writes, because
 * it escapes it: 60 KB of unpaired brackets, of markers, nested quotes or underlined headings take it half a minute.
 * So a text is ours only if it is free of them, which is found out in one pass over its lines.
 */
export function readOwnMarkdown(text: string): Meeting | null {
  if (text.length > LONGEST || !SIGN.test(text) || text.includes('\n\n\n') || !isHarmless(text)) return null;
  const meeting = parseMeetingMarkdown(text);
  // Without a section that tells, it may begin like ours by chance; then it is ours if we would write the same.
  return SECTION.test(text) || meetingMarkdown(meeting).trimEnd() === text.trimEnd() ? meeting : null;
}

function isHarmless(text: string): boolean {
  let lines = 0;
  let markers = 0;
  for (const line of text.split('\n')) {
    const opensBlock = /^\s*(?:[-|#>]|\d+[.)]|$)/.test(line);
    lines = opensBlock ? 0 : lines + 1;
    markers = (opensBlock ? 0 : markers) + countMarkers(line);
    if (
      lines > LONGEST_PARAGRAPH ||
      markers > MOST_MARKERS ||
      line.split('|').length > MOST_CELLS ||
      NEVER_WRITTEN.test(line)
    )
      return false;
  }
  return true;
}

/** Underlined headings, deep quotes, list markers in a row, deep lists. */
const NEVER_WRITTEN = /^(?: {0,3}(?:=+|-+)[ \t]*$|(?:[ \t]*>){4}|[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){4}|[ \t]{60})/;

/** Letters that open or close something, not counting the escaped ones. */
function countMarkers(line: string): number {
  let count = 0;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] ?? '';
    if (letter === '\\') at++;
    else if ('[]*_~`<&!'.includes(letter)) count++;
  }
  return count;
}
