import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { ExportInput } from '../exporter.ts';
import { anchorOf } from '../page/anchor.ts';
import type { Page } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { fontsFor } from './fonts.ts';
import { ownRequire } from './own-require.ts';
import { TEMPLATE } from './template.ts';

/** How many documents the compiler remembers pieces of. */
const REMEMBERED = 4;

/**
 * A4 with page numbers, bookmarks, tags for screen readers and the fonts inside.
 * @throws Error when the compiler refuses; the meeting itself is untouched.
 */
export async function renderPdf(input: ExportInput): Promise<Uint8Array> {
  const page = JSON.stringify(anchored(pageOf(input)), printable);
  const { families, files } = await fontsFor(page);
  const { NodeCompiler }: typeof Typst = ownRequire()('@myriaddreamin/typst-ts-node-compiler');
  // A compiler of its own for each document: which fonts others needed must not show in this one's bytes.
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [...files] }] });
  const compiled = compiler.compile({
    mainFileContent: TEMPLATE,
    inputs: { page, families: JSON.stringify(families) },
  });
  const error = compiled.takeError();
  if (error !== null || compiled.result === null) {
    const details = error === null ? 'no output' : JSON.stringify(compiler.fetchDiagnostics(error));
    throw new Error(`The PDF could not be made. The meeting is fine; another format will do. (${details})`);
  }
  const pdf = compiler.pdf(compiled.result);
  compiler.evictCache(REMEMBERED);
  return withoutDefaults(pdf);
}

const MARK_INFO = Buffer.from('/MarkInfo <<\n    /Marked true\n    /Suspects false');

/**
 * "No suspects" is what a reader assumes anyway, and older ones (poppler before 23) report it as a syntax error when it
 * is said. It is blanked out: nothing after it may move, because the file says at which byte each object begins.
 */
function withoutDefaults(pdf: Buffer): Uint8Array {
  const at = pdf.lastIndexOf(MARK_INFO);
  if (at >= 0) pdf.fill(' ', at + MARK_INFO.indexOf('/Suspects'), at + MARK_INFO.length);
  return new Uint8Array(pdf);
}

/** JSON that the compiler takes: no halves of characters, no controls. */
function printable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll(/(?!\n)\p{Cc}|\p{Cs}/gu, ' ') : value;
}

/** The page with a name on everything that can be jumped to. */
function anchored(page: Page) {
  const parts = page.parts.map((part) => ({
    ...part,
    anchor: 'id' in part ? anchorOf(part.id) : '',
    ...(part.kind === 'table' && { rows: part.rows.map((row) => ({ ...row, anchor: anchorOf(row.id) })) }),
  }));
  return { ...page, parts, open: page.open.map((entry) => ({ ...entry, anchor: anchorOf(entry.anchor) })) };
}
