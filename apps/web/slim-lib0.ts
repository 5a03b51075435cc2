import type { Plugin } from 'vite';

/** Modules of lib0 that the page has in short: together 3 kB of gzipped script that it does not load. */
const SLIM: Readonly<Record<string, string>> = {
  // What lib0 knows of the DOM describes four kinds of nodes in a language of schemas, which nothing in the page asks for.
  schema: 'export const $custom = (check) => ({ check });',
  // Yjs warns in colours, for which there are styles and a console to be drawn on the page. These are the bare words.
  logging: `
    const words = (parts) => parts.filter((part) => typeof part !== 'symbol');
    export const print = (...parts) => console.log(...words(parts));
    export const warn = (...parts) => console.warn(...words(parts));
    export const [BOLD, UNBOLD, ORANGE, RED] = ['bold', 'unbold', 'orange', 'red'].map(Symbol);`,
  // The provider could tell the other tabs of a browser; each of ours has a socket of its own (`disableBc`).
  broadcastchannel: 'export const [publish, subscribe, unsubscribe] = Array(3).fill(() => {});',
};
const PREFIX = '\0slim-lib0:';

export function slimLib0(): Plugin {
  return {
    name: 'duet-slim-lib0',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (id === 'lib0/logging' || id === 'lib0/broadcastchannel') return PREFIX + id.slice('lib0/'.length);
      return id === './schema.js' && importer?.endsWith('/lib0/dom.js') ? `${PREFIX}schema` : null;
    },
    load: (id) => (id.startsWith(PREFIX) ? SLIM[id.slice(PREFIX.length)] : null),
  };
}
