import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const PACKAGE = 'packages/export/package.json';

/**
 * Loads from this package's own dependencies while the program runs, wherever its code was bundled to: the PDF
 * compiler is native, the font tools are WebAssembly and the fonts are files, so none of them can be bundled.
 * @throws Error when the repository's folders are not above this file.
 */
export function ownRequire(): NodeJS.Require {
  return createRequire(ownPackage());
}

/** The folder of this package. @throws Error as above. */
export function ownFolder(): string {
  return fileURLToPath(new URL('.', ownPackage()));
}

function ownPackage(): URL {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const found = new URL(PACKAGE, folder);
    if (existsSync(found)) return found;
    if (folder.pathname === new URL('..', folder).pathname) {
      throw new Error(`The PDF export needs ${PACKAGE} in a folder above it. Run Duet from its repository.`);
    }
  }
}
