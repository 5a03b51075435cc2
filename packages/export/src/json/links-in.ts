import { plainText, type RichText, safeHref } from '@duet/domain';

const BARE_ADDRESS = /https?:\/\/[^\s<>"'`]+/g;
/** What ends a sentence is not part of the address before it. */
const TRAILING_PUNCTUATION = /[.,;:!?)\]}]+$/;

/** The addresses in these texts, linked or bare, each once, in order. Only those that may be followed (G25). */
export function linksIn(texts: readonly RichText[]): readonly string[] {
  const found = texts.flatMap((text) => [
    ...text.flatMap((run) => (run.link === undefined ? [] : [run.link])),
    ...bareAddresses(text),
  ]);
  return [...new Set(found)].filter((href) => safeHref(href) !== null);
}

/** A run that is linked says its own address, so its text is not searched. */
function bareAddresses(text: RichText): readonly string[] {
  const unlinked = plainText(text.filter((run) => run.link === undefined));
  return [...unlinked.matchAll(BARE_ADDRESS)].map(([address]) => address.replace(TRAILING_PUNCTUATION, ''));
}
