import { bytesOf } from '../bytes.ts';
import type { ExportInput } from '../exporter.ts';
import { anchorOf } from '../page/anchor.ts';
import type { Page } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { Html, html } from './escape.ts';
import { partsHtml } from './parts.ts';
import { PLAIN_STYLE } from './plain-style.ts';
import { STYLE } from './style.ts';

/** One file that needs nothing else: its own styles, no script, nothing fetched (G25). */
export async function renderHtml(input: ExportInput): Promise<Uint8Array> {
  return bytesOf(documentHtml(pageOf(input), STYLE).toString());
}

/** The same for mail programs and the clipboard, which understand less of CSS. */
export async function renderMailHtml(input: ExportInput): Promise<Uint8Array> {
  return bytesOf(documentHtml(pageOf(input), PLAIN_STYLE).toString());
}

function documentHtml(page: Page, style: string): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="author" content="${page.authors.join(', ')}">
<title>${page.title}</title>
<style>${new Html(style)}</style>
</head>
<body>
<main>
${page.banner === null ? null : html`<p class="banner">${page.banner}</p>`}
<h1>${page.title}</h1>
<dl class="details">${page.details.map(({ label, words }) => html`<div><dt>${label}</dt><dd>${words}</dd></div>`)}</dl>
${page.open.length === 0 ? null : openHtml(page.open)}
${partsHtml(page.parts)}</main>
</body>
</html>
`;
}

function openHtml(open: Page['open']): Html {
  return html`<section class="open" aria-labelledby="still-open"><h2 id="still-open">Still open</h2><ul>
${open.map(({ anchor, title, why }) => html`<li><a href="#${anchorOf(anchor)}">${title}</a> <span>${why}</span></li>\n`)}</ul></section>`;
}
