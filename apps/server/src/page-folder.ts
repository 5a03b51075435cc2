import { fileURLToPath } from 'node:url';

/** The built page. This file's folder (src, or dist once it is bundled) lies beside it in the same place. */
export const pageFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));
