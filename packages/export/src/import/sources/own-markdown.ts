import { meetingMarkdown, piecesOf, readMeetingMarkdown, type Steps } from '@duet/blocks';
import type { Meeting } from '@duet/domain';
import { ImportError } from '../import-error.ts';
import { IMPORT_LIMITS } from '../limits.ts';

/** How every Markdown of ours begins: the title, then a list of just the date and the duration. */
const SIGN = /^#(?: [^\n]*)?\n\n(?:- \*\*Date:\*\* \d{4}-\d\d-\d\d\n)?- \*\*Duration:\*\* \d{1,16} min(?:\n|$)/;

/** How our headings of sections end; a page shows nothing of it, and nobody writes it by hand. */
const SECTION = /^## [^\n]{0,2000}<!-- [^\n]{1,200} -->$/m;

/** UTF-16 units of what may begin like ours by chance. */
const CHANCE = 64 * 1024;

/** Marks that pair up, in one paragraph, and the sum of their squares: what pairing them up costs. */
const MOST_MARKERS = 600;
const MOST_PAIRING = 180 * MOST_MARKERS ** 2;
const MOST_CELLS = 60;
const LONGEST_PARAGRAPH = 200;
/** UTF-16 units that are read in one go: one text, or one item with all that is nested in it. */
const LONGEST_PIECE = 40 * 1024;
const MOST_LINES = 40_000;
const LINES_A_STEP = 256;

/**
 * The meeting that our own export tells of, as it was; null when the text is not ours.
 *
 * Reading ours exactly takes a CommonMark parser, and that one is quadratic in what our export never writes, because
 * it escapes it: 60 KB of unpaired brackets, of markers, nested quotes or underlined headings take it half a minute.
 * So a text is ours only if it is free of them, which is found out in one pass over its lines.
 */
export function* readOwnMarkdown(text: string): Steps<Meeting | null> {
  if (!SIGN.test(text)) return null;
  if (text.length > IMPORT_LIMITS.ownLength) throw new ImportError('too-large');
  const lines = text.split('\n');
  if (lines.length > MOST_LINES) throw new ImportError('too-many-parts');
  if (text.includes('\n\n\n') || !(yield* isHarmless(lines))) return null;
  for (const piece of piecesOf(text)) {
    if (piece.text.length > LONGEST_PIECE) return null;
    yield;
  }
  const tells = SECTION.test(text);
  const meeting = yield* readMeetingMarkdown(text);
  // Without a section that tells, a short one may begin like ours by chance; then it is ours if we would write the same.
  if (tells || text.length > CHANCE) return meeting;
  return untold(meetingMarkdown(meeting)) === untold(text) ? meeting : null;
}

/** What an export says for its readers alone: whose word it is that the notes are final, and warnings. */
function untold(text: string): string {
  return text
    .replace(/^- \*\*Final:\*\* .*\n/m, '')
    .replaceAll(/ ?\*\*⚠ [^*\n]*\*\*/g, '')
    .trimEnd();
}

function* isHarmless(all: readonly string[]): Steps<boolean> {
  let lines = 0;
  let markers = 0;
  let pairing = 0;
  let before = '';
  for (const [index, line] of all.entries()) {
    if (index % LINES_A_STEP === 0) yield;
    const opensBlock = /^\s*(?:[-+*](?:\s|$)|[|#]|\d+[.)]|$)/.test(line);
    if (opensBlock) pairing += markers ** 2;
    lines = opensBlock ? 0 : lines + 1;
    markers = (opensBlock ? 0 : markers) + countMarkers(line);
    if (
      lines > LONGEST_PARAGRAPH ||
      markers > MOST_MARKERS ||
      pairing > MOST_PAIRING ||
      line.split('|').length > MOST_CELLS ||
      NEVER_WRITTEN.test(line) ||
      (UNDERLINE.test(line) && !/^\s*(?:(?:[-*+]|\d+[.)])[ \t]|[-*+]?$)/.test(before))
    )
      return false;
    before = line;
  }
  return true;
}

/** Fences, deep quotes, list markers in a row, deep lists. */
const NEVER_WRITTEN =
  /^(?:[ \t]*(?:`{3,}[^`]*$|~{3})|(?:[ \t]*>){4}|[ \t]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+){4}|[ \t]{60})/;

/** Makes a heading of the line before. An empty item looks the same, and we write one only below another, or first. */
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;

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
