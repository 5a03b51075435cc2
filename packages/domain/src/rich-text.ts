/**
 * Text as people type it in a cell: plain runs with a few marks. Line breaks inside a cell are `\n`.
 * Canonical: no empty run, no two neighbours with the same marks.
 */
export interface TextRun {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly code?: true;
  /** An absolute http, https or mailto address (see {@link safeHref}). */
  readonly link?: string;
}

export type RichText = readonly TextRun[];

export const NO_TEXT: RichText = [];

export function plain(text: string): RichText {
  return text === '' ? NO_TEXT : [{ text }];
}

export function plainText(text: RichText): string {
  return text.map((run) => run.text).join('');
}

export function isBlank(text: RichText): boolean {
  return plainText(text).trim() === '';
}

/** Runs with equal marks joined, empty ones left out. */
export function canonicalText(runs: RichText): RichText {
  const joined: TextRun[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

/** Several texts as one, a line each; empty ones leave no line. */
export function joinLines(texts: readonly RichText[]): RichText {
  const filled = texts.filter((text) => text.length > 0);
  return canonicalText(filled.flatMap((text, index) => (index === 0 ? text : [{ text: '\n' }, ...text])));
}

function sameMarks(a: TextRun, b: TextRun): boolean {
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.code === b.code && a.link === b.link;
}

/**
 * The address when it may stand in a link anywhere (page, exports), else null (G25).
 * Only http, https and mailto: everything else can run code or reach into the reader's machine.
 */
export function safeHref(href: string): string | null {
  return ['http:', 'https:', 'mailto:'].includes(parseAddress(href)?.protocol ?? '') ? href : null;
}

/**
 * Null for what is no absolute address. Not by `URL.canParse`: once V8 has compiled its caller, that of Node 20 says no to
 * every address with a letter like ü, and a server that has run for a while would drop such links.
 */
export function parseAddress(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
