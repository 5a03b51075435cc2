import { plainText } from '@duet/domain';
import { anchorOf } from '../page/anchor.ts';
import type { CardPart, Cell, EntryPart, Part, Piece, ProsePart, SectionPart, TablePart } from '../page/page.ts';
import { Html, html } from './escape.ts';
import { textHtml } from './text-html.ts';

type Drawing<K extends Part['kind']> = (part: Extract<Part, { kind: K }>) => Html;

/** A part without an entry here does not compile. */
export type Drawings = { readonly [K in Part['kind']]: Drawing<K> };
const drawings: Drawings = {
  section: drawSection,
  prose: drawProse,
  entry: drawEntry,
  card: drawCard,
  table: drawTable,
};

/** The parts in order. Items of one list that follow each other stand in one list element. */
export function partsHtml(parts: readonly Part[]): Html {
  const out: Html[] = [];
  let list: string | null = null;
  for (const part of parts) {
    const next = listTag(part);
    if (next !== list) {
      if (list !== null) out.push(closed(list));
      if (next !== null) out.push(opened(next));
      list = next;
    }
    out.push((drawings[part.kind] as Drawing<Part['kind']>)(part));
  }
  if (list !== null) out.push(closed(list));
  return html`${out}`;
}

/** The list that a part is an item of, by the name of its element. */
function listTag(part: Part): 'ul' | 'ol' | null {
  if (part.kind === 'entry') return 'ul';
  if (part.kind !== 'prose') return null;
  if (part.style === 'ordered') return 'ol';
  return part.style === 'bullet' || part.style === 'check' ? 'ul' : null;
}

const opened = (tag: string): Html => new Html(`<${tag} class="list">`);
const closed = (tag: string): Html => new Html(`</${tag}>\n`);

function drawSection({ id, title, opener }: SectionPart): Html {
  const chip = opener && html`<span class="opener ${opener.side}">${opener.words}</span>`;
  return html`<div class="section"><h2 id="${anchorOf(id)}">${textHtml(title)}</h2>${chip}</div>\n`;
}

function drawProse(part: ProsePart): Html {
  const text = textHtml(part.text);
  const indent = html`indent-${part.indent}`;
  const id = anchorOf(part.id);
  switch (part.style) {
    case 'heading':
      return html`<h${part.level + 2} id="${id}" class="${indent}">${text}</h${part.level + 2}>\n`;
    case 'paragraph':
      return html`<p id="${id}" class="${indent}" dir="auto">${text}</p>\n`;
    case 'quote':
      return html`<blockquote id="${id}" class="${indent}" dir="auto"><p>${text}</p></blockquote>\n`;
    case 'bullet':
      return html`<li id="${id}" class="${indent}" dir="auto">${text}</li>\n`;
    case 'ordered':
      return html`<li id="${id}" class="${indent}" dir="auto" value="${part.number}">${text}</li>\n`;
    case 'check': {
      const side = part.side && html` <span class="opener ${part.side.side}">${part.side.words}</span>`;
      return html`<li id="${id}" class="check-item ${indent}">${checkbox(part.checked, part.checked ? 'Done' : 'Not done')}<span>${text}${side}</span></li>\n`;
    }
  }
}

function drawEntry({ id, lead, text, notes }: EntryPart): Html {
  const head = lead.length === 0 ? null : html`<strong class="lead">${textHtml(lead)}</strong> `;
  return html`<li id="${anchorOf(id)}" class="entry">${head}${textHtml(text)}${notes.map(
    (words) => html`<span class="note">${words}</span>`,
  )}</li>\n`;
}

function drawCard(part: CardPart): Html {
  const { id, title, aside, chip, unsettled, voices, fields } = part;
  const shown = voices.length === 0 ? null : html`<div class="voices">${voices.map(drawVoice)}</div>`;
  const listed =
    fields.length === 0
      ? null
      : html`<dl class="fields">${fields.map(({ label, cell }) => html`<dt>${label}</dt><dd>${cellHtml(cell)}</dd>`)}</dl>`;
  return html`<article class="card${unsettled ? ' unsettled' : ''}" id="${anchorOf(id)}">
<div class="card-head"><h3>${plainText(title).trim() === '' ? 'Untitled' : textHtml(title)}</h3>${
    aside === null ? null : html`<span class="aside">${aside}</span>`
  }${pieceHtml(chip)}</div>
${shown}${listed}</article>\n`;
}

function drawVoice({ side, label, text }: CardPart['voices'][number]): Html {
  const words = text.length === 0 ? html`<span class="note">Nothing yet</span>` : textHtml(text);
  return html`<div class="voice ${side}"><span class="voice-label">${label}</span>${words}</div>`;
}

function drawTable({ caption, columns, rows }: TablePart): Html {
  return html`<section class="scroll" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<colgroup>${columns.map(({ width }) => html`<col style="width:${width}%">`)}</colgroup>
<thead><tr>${columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ({ id, cells }) =>
    html`<tr id="${anchorOf(id)}">${cells.map(
      (cell, index) => html`<td data-label="${columns[index]?.label ?? ''}">${cellHtml(cell)}</td>`,
    )}</tr>\n`,
)}</tbody>
</table></section>\n`;
}

function cellHtml(cell: Cell): Html {
  return html`${cell.map(pieceHtml)}`;
}

function pieceHtml(piece: Piece): Html {
  switch (piece.kind) {
    case 'text':
      return html`<span class="line ${piece.look}" dir="auto">${textHtml(piece.text)}</span>`;
    case 'chip':
      return html`<span class="chip ${piece.tone}">${piece.words}</span>`;
    case 'note':
      return html`<span class="note ${piece.tone}">${piece.words}</span>`;
    case 'day':
      return html`<time class="line ${piece.tone}" datetime="${piece.day}">${piece.words}</time>`;
    case 'level':
      return html`<span class="level ${piece.level}"><span class="bars" aria-hidden="true"><i></i><i></i><i></i></span>${piece.words}</span>`;
    case 'check':
      return checkbox(piece.checked, piece.words);
  }
}

function checkbox(checked: boolean, words: string): Html {
  return html`<span class="check${checked ? ' on' : ''}" role="img" aria-label="${words}">${checked ? '✓' : ''}</span>`;
}
