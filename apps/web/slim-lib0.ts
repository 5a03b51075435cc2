import type { Plugin } from 'vite';

/** Modules of lib0 that the page has in short: together 5 kB of gzipped script that it does not load. */
const SLIM: Readonly<Record<string, string>> = {
  // What lib0 knows of the DOM describes four kinds of nodes in a language of schemas, which nothing in the page asks for.
  'lib0/schema': 'export const $custom = (check) => ({ check });',
  // Yjs warns in colours, for which there are styles and a console to be drawn on the page. These are the bare words.
  'lib0/logging': `
    const words = (parts) => parts.filter((part) => typeof part !== 'symbol');
    export const print = (...parts) => console.log(...words(parts));
    export const warn = (...parts) => console.warn(...words(parts));
    export const [BOLD, UNBOLD, ORANGE, RED] = ['bold', 'unbold', 'orange', 'red'].map(Symbol);`,
  // Where it runs is known.
  'lib0/environment': 'export const isBrowser = true, isNode = false, getVariable = () => null;',
  // The binding names a mark by its hash where a text may have it twice. None of ours may: see the schema in packages/blocks.
  'lib0/hash/sha256': "export const digest = () => { throw new Error('No mark may stand twice on a text.'); };",
  // The provider could tell the other tabs of a browser; each of ours has a socket of its own (`disableBc`).
  'lib0/broadcastchannel': 'export const [publish, subscribe, unsubscribe] = Array(3).fill(() => {});',
};
const PREFIX = '\0slim-';

export function slimLib0(): Plugin {
  return {
    name: 'duet-slim-lib0',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer = '') => {
      const isWithin = id.startsWith('./') && importer.includes('/node_modules/lib0/');
      const name = isWithin ? `lib0/${id.slice('./'.length, -'.js'.length)}` : id;
      // Who else asks for the language of schemas gets it.
      return name in SLIM && (name !== 'lib0/schema' || importer.endsWith('/lib0/dom.js')) ? PREFIX + name : null;
    },
    load: (id) => (id.startsWith(PREFIX) ? SLIM[id.slice(PREFIX.length)] : null),
  };
}
