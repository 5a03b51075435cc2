import { splitBold } from './notes.ts';
import type { Writer } from './write-text-formats.ts';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text with its bold beginning, each part as the format writes it. */
function inline(
  text: string,
  strong: (text: string) => string,
  normal: (text: string) => string = (part) => part,
): string {
  const { bold, rest } = splitBold(text);
  return (bold === '' ? '' : strong(escapeHtml(bold))) + (rest === '' ? '' : normal(escapeHtml(rest)));
}

const rowsOf = (
  rows: readonly (readonly string[])[],
  row: (cells: readonly string[], index: number) => string,
): string => rows.map(row).join('');

/** Google Docs on the clipboard: a `<b>` that isn't bold around everything, styled spans, paragraphs inside cells. */
export const googleDocs: Writer = (notes) => {
  const span = (weight: number) => (text: string) =>
    `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;font-weight:${weight};font-style:normal;text-decoration:none;white-space:pre-wrap;">${text}</span>`;
  const p = (text: string) =>
    `<p dir="ltr" style="line-height:1.38;margin-top:0pt;">${inline(text, span(700), span(400))}</p>`;
  const body = notes.map((node) => {
    if ('heading' in node)
      return `<h${node.level ?? 2} dir="ltr">${span(400)(escapeHtml(node.heading))}</h${node.level ?? 2}>`;
    if ('paragraph' in node) return p(node.paragraph);
    if ('list' in node) {
      const item = (text: string, index: number) =>
        node.boxes
          ? `<li dir="ltr" role="checkbox" aria-checked="${node.boxes[index]}" aria-level="1"><img src="data:image/png;base64,AA==" alt="" />${p(text)}</li>`
          : `<li dir="ltr" aria-level="1" style="list-style-type:disc;">${p(text)}</li>`;
      return `<ul style="margin-top:0;padding-inline-start:48px;">${node.list.map(item).join('')}</ul>`;
    }
    const rows = rowsOf(
      node.table,
      (cells) =>
        `<tr style="height:0pt">${cells.map((cell) => `<td style="border:1pt">${cell === '' ? '<br>' : p(cell)}</td>`).join('')}</tr>`,
    );
    return `<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;"><colgroup><col width="90" /></colgroup><tbody>${rows}</tbody></table></div><br />`;
  });
  return `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1">${body.join('')}</b>`;
};

/** Notion's export: a page title in a header, boxes as empty divs, tables with a header of its own. */
export const notionHtml: Writer = (notes) => {
  const strong = (text: string) => `<strong>${text}</strong>`;
  const body = notes.map((node) => {
    if ('heading' in node)
      return node.level === 1
        ? `<header><h1 class="page-title">${escapeHtml(node.heading)}</h1></header>`
        : `<h2 id="x" class="">${escapeHtml(node.heading)}</h2>`;
    if ('paragraph' in node) return `<p id="y" class="">${inline(node.paragraph, strong)}</p>`;
    if ('list' in node)
      return node.list
        .map((text, index) =>
          node.boxes
            ? `<ul class="to-do-list"><li><div class="checkbox checkbox-${node.boxes[index] ? 'on' : 'off'}"></div> <span class="to-do-children-unchecked">${inline(text, strong)}</span></li></ul>`
            : `<ul class="bulleted-list"><li style="list-style-type:disc">${inline(text, strong)}</li></ul>`,
        )
        .join('');
    const [head = [], ...rest] = node.table;
    const cells = (tag: string, row: readonly string[]) =>
      `<tr>${row.map((cell) => `<${tag} class="cell">${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
    return `<table class="simple-table"><thead class="simple-table-header">${cells('th', head)}</thead><tbody>${rest.map((row) => cells('td', row)).join('')}</tbody></table>`;
  });
  return `<html><head><title>Export</title><style>.cell{color:red}</style></head><body><article class="page sans"><div class="page-body">${body.join('\n')}</div></article></body></html>`;
};

const STATUS_COLOURS: Readonly<Record<string, string>> = {
  '🟢': 'Green',
  '🟡': 'Yellow',
  '⛔': 'Red',
  '✅': 'Green',
  '⚪': 'Grey',
  '🔴': 'Red',
};

/** Confluence's storage format: macros for statuses and boxes, people and days as elements of their own. */
export const confluenceStorage: Writer = (notes) => {
  const strong = (text: string) => `<strong>${text}</strong>`;
  const cell = (text: string): string => {
    const [, sign = '', words = ''] = /^(🟢|🟡|⛔|✅|⚪|🔴)\s*(.*)$/u.exec(text) ?? [];
    if (sign !== '')
      return `<p><ac:structured-macro ac:name="status" ac:schema-version="1"><ac:parameter ac:name="title">${escapeHtml(words.toUpperCase())}</ac:parameter><ac:parameter ac:name="colour">${STATUS_COLOURS[sign]}</ac:parameter></ac:structured-macro></p>`;
    if (/^@\w+$/.test(text)) return `<p><ac:link><ri:user ri:username="${text.slice(1)}" /></ac:link></p>`;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return `<p><time datetime="${text}" /></p>`;
    return `<p>${escapeHtml(text)}</p>`;
  };
  return notes
    .map((node) => {
      if ('heading' in node) return `<h${node.level ?? 2}>${escapeHtml(node.heading)}</h${node.level ?? 2}>`;
      if ('paragraph' in node)
        return node.paragraph.startsWith('**')
          ? `<p>${inline(node.paragraph, strong)}</p>`
          : `<ac:structured-macro ac:name="info"><ac:parameter ac:name="icon">false</ac:parameter><ac:rich-text-body><p>${escapeHtml(node.paragraph)}</p></ac:rich-text-body></ac:structured-macro>`;
      if ('list' in node && node.boxes)
        return `<ac:task-list>\n${node.list.map((text, index) => `<ac:task>\n<ac:task-id>${index + 17}</ac:task-id>\n<ac:task-status>${node.boxes?.[index] ? 'complete' : 'incomplete'}</ac:task-status>\n<ac:task-body><span class="placeholder-inline-tasks">${escapeHtml(text)}</span></ac:task-body>\n</ac:task>`).join('\n')}</ac:task-list>`;
      if ('list' in node)
        return `<ul>${node.list.map((text) => `<li><p>${inline(text, strong)}</p></li>`).join('')}</ul>`;
      const rows = rowsOf(
        node.table,
        (cells, index) =>
          `<tr>${cells.map((text) => (index === 0 ? `<th><p><strong>${escapeHtml(text)}</strong></p></th>` : `<td>${cell(text)}</td>`)).join('')}</tr>`,
      );
      return `<table data-layout="default"><colgroup><col style="width: 20%;" /></colgroup><tbody>${rows}</tbody></table>`;
    })
    .join('');
};

/** A page of Confluence as the browser shows it. */
export const confluencePage: Writer = (notes) => {
  const strong = (text: string) => `<strong>${text}</strong>`;
  const cell = (text: string): string => {
    if (/^@\w+$/.test(text))
      return `<a class="confluence-userlink user-mention" href="https://wiki.example/u/7">${text}</a>`;
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return `<time datetime="${text}" class="date-past">${text}</time>`;
    const [, sign = '', words = ''] = /^(🟢|🟡|⛔|✅|⚪|🔴)\s*(.*)$/u.exec(text) ?? [];
    return sign === ''
      ? escapeHtml(text)
      : `<img class="emoticon emoticon-blue-star" data-emoji-fallback="${sign}" alt="(x)" src="/s.png"> <span class="status-macro aui-lozenge">${escapeHtml(words)}</span>`;
  };
  return `<div id="main-content" class="wiki-content">${notes
    .map((node) => {
      if ('heading' in node) return `<h${node.level ?? 2} id="h">${escapeHtml(node.heading)}</h${node.level ?? 2}>`;
      if ('paragraph' in node) return `<p>${inline(node.paragraph, strong)}</p>`;
      if ('list' in node)
        return `<ul${node.boxes ? ' class="inline-task-list"' : ''}>${node.list.map((text, index) => `<li${node.boxes?.[index] ? ' class="checked"' : ''}>${inline(text, strong)}</li>`).join('\n')}</ul>`;
      return `<div class="table-wrap"><table class="confluenceTable"><tbody>${rowsOf(node.table, (cells, index) => `<tr>${cells.map((text) => `<${index === 0 ? 'th' : 'td'} class="confluenceTd">${cell(text)}</${index === 0 ? 'th' : 'td'}>`).join('')}</tr>`)}</tbody></table></div>`;
    })
    .join('\n')}</div>`;
};
