/** A part of a Markdown source that reads by itself as it reads within the whole. */
export interface Piece {
  readonly text: string;
  /** It goes on with the table that the piece before ends in, and repeats the head of it. */
  readonly goesOn: boolean;
}

/** UTF-16 units after which a piece ends wherever it may. */
const LENGTH = 4 * 1024;

const HEADING = /^(#{1,6})(?:[ \t]|$)/;
const ITEM = /^([-+*]|\d{1,9}[.)])(?:[ \t]|$)/;
const DELIMITER = /^\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*$/;
/** The title, the details and who takes part: three nodes that are read together. */
const HEADER = /^#[^\n]*\n+(?:(?:[-*] [^\n]*\n)+\n*)?(?:\| Person [^\n]*\n(?:\|[^\n]*\n)+)?/;

/**
 * Cuts the Markdown of a meeting into pieces of a few kilobytes, so that reading it takes time in proportion to its
 * length. The CommonMark parser needs more than that: four times the text is seven times the work, and it can't pause.
 *
 * A cut falls only where the parser would begin anew anyway: before a heading, before an unindented block behind a
 * blank line, between items at the margin, and between rows of a table, whose head is repeated. What is read together
 * stays together: the header, and the list of fields below the heading of an entry.
 */
export function* piecesOf(source: string): Generator<Piece> {
  const lines = source.split('\n');
  const header = HEADER.exec(source)?.[0].length ?? 0;
  let piece: string[] = [];
  let length = 0;
  let read = 0;
  let goesOn = false;
  /** Head and delimiter of the open table. */
  let table: readonly [string, string] | null = null;
  /** The marker of the open list at the margin, and whether it is the fields of an entry. */
  let list = NO_LIST;
  /** Depth of the heading right above, blank lines aside. */
  let below = 0;
  for (const [index, line] of lines.entries()) {
    const blank = lines[index - 1]?.trim() === '';
    const depth = HEADING.exec(line)?.[1]?.length ?? 0;
    const marker = ITEM.exec(line)?.[1]?.slice(-1) ?? null;
    const isRow = table !== null && line.startsWith('|');
    const sameList = marker !== null && list.marker === marker;
    const cut =
      (depth > 0 && length > LENGTH / 4) ||
      (length > LENGTH && (isRow || (sameList && !list.fields) || (blank && marker === null && /^\S/.test(line))));
    if (cut && piece.length > 0 && read >= header) {
      yield { text: piece.join('\n'), goesOn };
      goesOn = isRow;
      piece = isRow && table !== null ? [...table] : [];
      length = 0;
    }
    piece.push(line);
    length += line.length + 1;
    read += line.length + 1;
    if (line.trim() === '') {
      table = null;
      continue;
    }
    const [head, next] = [line, lines[index + 1] ?? ''];
    if (!isRow) table = line.startsWith('|') && DELIMITER.test(next) ? [head, next] : null;
    if (marker !== null && !sameList) list = { marker, fields: below === ENTRY || below === TITLE };
    else if (marker === null && /^\S/.test(line)) list = NO_LIST;
    below = depth;
  }
  yield { text: piece.join('\n'), goesOn };
}

interface List {
  readonly marker: string | null;
  readonly fields: boolean;
}

const NO_LIST: List = { marker: null, fields: false };
const TITLE = 1;
const ENTRY = 3;
