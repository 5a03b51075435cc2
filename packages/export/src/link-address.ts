import { safeHref, type TextRun } from '@duet/domain';

/** What RFC 3986 has no place for; browsers let it pass, Word and validators don't. */
const NOT_IN_A_URI = /[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g;

/** The address that a run of text leads to, as a URI; null for none, and for one that may not be followed (G25). */
export function linkAddress({ link }: TextRun): string | null {
  const href = link === undefined ? null : safeHref(link);
  return href === null ? null : new URL(href).href.replaceAll(NOT_IN_A_URI, encodeURIComponent);
}
