import type { Ctx } from './context.ts';

/** A file to keep. `name`: letters, digits, dots and dashes. */
export function download(
  c: Ctx,
  bytes: Uint8Array,
  file: { readonly mediaType: string; readonly name: string },
): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'Content-Type': file.mediaType,
    'Content-Disposition': `attachment; filename="${file.name}"`,
  });
}
