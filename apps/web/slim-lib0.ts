import type { Plugin } from 'vite';

/**
 * What lib0 knows of the DOM describes four kinds of nodes in its own language of schemas, which nothing in the page asks for.
 * That language is 2 kB of gzipped script, so what describes the nodes is all that is left of it.
 */
const SLIM = 'export const $custom = (check) => ({ check });';
const ID = '\0slim-lib0-schema';

export function slimLib0(): Plugin {
  return {
    name: 'duet-slim-lib0',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id, importer) => (id === './schema.js' && importer?.endsWith('/lib0/dom.js') ? ID : null),
    load: (id) => (id === ID ? SLIM : null),
  };
}
