import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { bundleBudget } from './bundle-budget.ts';
import { precompress } from './precompress.ts';
import { slimLib0 } from './slim-lib0.ts';
import { slimLinkify } from './slim-linkify.ts';
import { switchedOffExtensions } from './switched-off-extensions.ts';

const SERVER = `http://127.0.0.1:${process.env.DUET_DEV_SERVER_PORT ?? 4000}`;

/**
 * Few files: even from a browser's cache each takes milliseconds before it is there, and by itself the bundler made forty
 * of them, most of some hundred bytes. What only one later part needs stays with that part.
 */
const chunks = [
  { name: 'initial', tags: ['$initial' as const], priority: 1 },
  // All parts of the meeting page, and none of the home page: what that shares with them is in `ui`, and `bundleBudget` looks.
  { name: 'meeting', minShareCount: 2, test: (id: string) => !id.includes('/web/src/ui/') },
];

export default defineConfig({
  plugins: [react(), switchedOffExtensions(), slimLinkify(), slimLib0(), bundleBudget(), precompress()],
  build: {
    outDir: 'dist',
    manifest: true,
    target: 'es2023',
    // The editor chunk is large on purpose; `bundleBudget` is what guards sizes.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: {
    port: 5173,
    // As objects: a plain address would rewrite Host, and the server compares it with the page's Origin.
    proxy: {
      '/api': { target: SERVER },
      '/healthz': { target: SERVER },
      '/sync': { target: SERVER, ws: true },
    },
  },
});
