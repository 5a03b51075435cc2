import type { RichText, TextRun } from '@duet/domain';
import { linkAddress } from '../link-address.ts';
import { Html, html } from './escape.ts';

/** Text with its marks. A line break stays one; only addresses that may be followed become links (G25). */
export function textHtml(text: RichText): Html {
  return html`${text.map(runHtml)}`;
}

function runHtml(run: TextRun): Html {
  let inner = html`${breaks(run.text)}`;
  if (run.code) inner = html`<code>${inner}</code>`;
  if (run.strike) inner = html`<s>${inner}</s>`;
  if (run.italic) inner = html`<em>${inner}</em>`;
  if (run.bold) inner = html`<strong>${inner}</strong>`;
  const href = linkAddress(run);
  return href === null ? inner : html`<a href="${href}" rel="noopener noreferrer nofollow">${inner}</a>`;
}

const BREAK = new Html('<br>');

function breaks(text: string): readonly Html[] {
  return text.split('\n').flatMap((line, index) => (index === 0 ? [html`${line}`] : [BREAK, html`${line}`]));
}
