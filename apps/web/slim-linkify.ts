import type { Plugin } from 'vite';

/**
 * The link extension looks for addresses in what is pasted with linkifyjs, which knows every top-level domain: 11 kB of
 * gzipped script. In notes an address begins with its protocol, as it does where people type one (TypedLinks in
 * packages/blocks), so the page gets a finder for these. What may stand in a link is checked elsewhere (`safeHref`).
 */
const SLIM = String.raw`
const ADDRESS = /(?:https?:\/\/|mailto:)[^\s<>"]*[^\s<>".,;:!?')\]]/gi;
export const find = (text) =>
  Array.from(text.matchAll(ADDRESS), ({ 0: value, index }) => ({
    type: 'url', value, href: value, start: index, end: index + value.length, isLink: true,
  }));
export const tokenize = () => [];
export const registerCustomProtocol = () => {};
export const reset = () => {};
`;
const ID = '\0slim-linkify';

export function slimLinkify(): Plugin {
  return {
    name: 'duet-slim-linkify',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'linkifyjs' ? ID : null),
    load: (id) => (id === ID ? SLIM : null),
  };
}
