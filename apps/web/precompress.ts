import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Plugin } from 'vite';

const TEXT = /\.(?:js|css)$/;
/** Below this the headers weigh more than what is saved. */
const LEAST_BYTES = 1_000;

/**
 * Puts a `.br` beside each script and style. The server would compress every file anew for every first visit, and with
 * less time for it: this is done once, at the highest level, and a sixth smaller than gzip.
 */
export function precompress(): Plugin {
  return {
    name: 'duet-precompress',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const texts = Object.values(bundle).flatMap((output) => {
        const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
        return dir !== undefined && TEXT.test(output.fileName) && bytes.length >= LEAST_BYTES
          ? [{ path: join(dir, `${output.fileName}.br`), bytes }]
          : [];
      });
      await Promise.all(texts.map(async ({ path, bytes }) => writeFile(path, await promisify(brotliCompress)(bytes))));
    },
  };
}
