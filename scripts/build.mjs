// Builds the page and the server when their sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, run } from './install.mjs';

const SOURCES = ['packages', 'apps', 'pnpm-lock.yaml', 'tsconfig.base.json'];
const LEFT_OUT = new Set(['node_modules', 'dist']);
const OUTPUTS = ['apps/web/dist/index.html', 'apps/server/dist/main.js'];
const STAMP = join(root, 'apps/server/dist/.duet-built');

function* files(path) {
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (LEFT_OUT.has(entry.name) || /\.test\.tsx?$/.test(entry.name)) continue;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) yield* files(inside);
    else if (entry.isFile()) yield inside;
  }
}

/** One hash over every source. Contents, not dates: a fresh checkout dates every file today. */
function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    for (const file of /\.\w+$/.test(source) ? [path] : files(path))
      hash.update(relative(root, file)).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** @throws Error with what the bundler printed when a build fails. */
export async function buildStale() {
  const hash = sourcesHash();
  const upToDate =
    OUTPUTS.every((file) => existsSync(join(root, file))) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
  if (upToDate) return;
  for (const app of ['web', 'server']) {
    process.stderr.write(`Building apps/${app} …\n`);
    const code = await run(
      process.execPath,
      [join(root, `apps/${app}/node_modules/vite/bin/vite.js`), 'build', '--logLevel', 'warn'],
      {
        cwd: join(root, 'apps', app),
      },
    );
    if (code !== 0) throw new Error(`apps/${app} could not be built (see above).`);
  }
  writeFileSync(STAMP, hash);
}
