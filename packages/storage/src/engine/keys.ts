/**
 * Keys of the table. Documents sort together and numbers sort as numbers:
 *
 *   e!<document>!<seq>    an entry of the log
 *   r!<document>!<name>   the current value of a record
 *   s!<document>!<seq>    a snapshot: every update up to and with seq
 *   n!<document>!<seq>    the names of all records when that snapshot was made
 *
 * `!` sorts before every character that a document name may hold, so no document's keys lie between another's.
 */
export type KeySpace = 'e' | 'r' | 's' | 'n';

const DOCUMENT = /^[A-Za-z0-9_.:~-]{1,128}$/;
const SEQ_DIGITS = 12;
/** The character after `!`: the end of a range of keys that share a prefix. */
const AFTER_SEPARATOR = '"';

export function assertDocument(document: string): void {
  if (!DOCUMENT.test(document)) throw new RangeError(`Not a document name: ${JSON.stringify(document)}`);
}

export function keyOf(space: KeySpace, document: string, last: string | number): string {
  return `${space}!${document}!${typeof last === 'number' ? String(last).padStart(SEQ_DIGITS, '0') : last}`;
}

export function documentOf(key: string): string {
  return key.slice(2, key.indexOf('!', 2));
}

export function lastOf(key: string): string {
  return key.slice(key.indexOf('!', 2) + 1);
}

/** The range that holds every key of one document, or of all documents, in a space. */
export function rangeOf(space: KeySpace, document?: string): readonly [from: string, to: string] {
  return document === undefined
    ? [`${space}!`, `${space}${AFTER_SEPARATOR}`]
    : [`${space}!${document}!`, `${space}!${document}${AFTER_SEPARATOR}`];
}
