import type { Steps } from '@duet/blocks';
import { canonicalText, isBlank, type RichText, type TextKind, type TextRun } from '@duet/domain';
import { Parser } from 'htmlparser2';
import type { Budget } from '../limits.ts';
import type { OutlineNode } from '../outline.ts';
import { joinCell } from './cell-lines.ts';
import { EMOTICONS, INLINE, INVISIBLE, ITEMS } from './html-elements.ts';
import { type Marks, marksInside, NO_MARKS } from './marks.ts';
import { OutlineWriter } from './outline-writer.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * HTML into an outline: of Google Docs (copied or exported), Word, Notion, Confluence (the page or its storage format), GitHub.
 *
 * It is read as a stream of tags and no tree is built: a tree builder that follows the standard repeats open
 * formatting elements in every later paragraph, so that 100 KB of `<b>` and `<p>` become gigabytes. Here each tag costs
 * the same, and the budget stops what is too deep. Nothing is executed or fetched.
 */
export function* readHtml(source: string, budget: Budget): Steps<readonly OutlineNode[]> {
  const reader = new HtmlReader(budget);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { recognizeCDATA: true, recognizeSelfClosing: true },
  );
  for (let at = 0; at < source.length; ) {
    // Between tags, so that no text is told of in two parts.
    const tag = source.indexOf('<', at + SLICE);
    const end = tag < 0 ? source.length : tag;
    parser.write(source.slice(at, end));
    at = end;
    yield;
  }
  parser.end();
  return reader.finish();
}

/** UTF-16 units that are read in a step. */
const SLICE = 16 * 1024;

/** A list item on its way: its first block is the item, later ones are paragraphs of it. */
interface Item {
  kind: TextKind & ('bullet' | 'ordered' | 'check');
  checked: boolean;
  readonly indent: number;
  written: boolean;
}

interface Table {
  readonly rows: RichText[][];
  /** The blocks of the open cell, null between cells. */
  cell: RichText[] | null;
  /** Columns that the open cell takes, and rows. */
  span: { readonly columns: number; readonly rows: number };
  /** For each column in how many of the next rows a cell from above stands in it. */
  readonly taken: number[];
}

const MOST_SPAN = 12;

/** What an open element says about everything inside it. */
interface Scope {
  readonly name: string;
  readonly visible: boolean;
  /** Word draws the sign before an item itself, as text. */
  readonly sign: boolean;
  readonly marks: Marks;
  readonly list: Item['kind'] | null;
  readonly indent: number;
  readonly item: Item | null;
  readonly heading: number;
  readonly quote: boolean;
  readonly preformatted: boolean;
  /** Set for those whose value stands in an attribute, in case no text follows: a date, a linked page. */
  readonly instead: string | null;
  /** How much text there was before it. */
  readonly textBefore: number;
}

const ROOT: Scope = {
  name: '',
  visible: true,
  sign: false,
  marks: NO_MARKS,
  list: null,
  indent: -1,
  item: null,
  heading: 0,
  quote: false,
  preformatted: false,
  instead: null,
  textBefore: 0,
};

class HtmlReader {
  readonly #writer: OutlineWriter;
  readonly #budget: Budget;
  readonly #scopes: Scope[] = [ROOT];
  readonly #tables: Table[] = [];
  #runs: TextRun[] = [];
  #seen = 0;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.#writer = new OutlineWriter(budget);
  }

  get #scope(): Scope {
    return this.#scopes.at(-1) ?? ROOT;
  }

  open(name: string, attributes: Attributes): void {
    this.#budget.step();
    this.#budget.depth(this.#scopes.length);
    const around = this.#scope;
    const sign = around.sign || (attributes.style !== undefined && /mso-list:\s{0,3}Ignore/i.test(attributes.style));
    const visible = around.visible && !sign && !INVISIBLE.has(name) && isVisibleParameter(name, attributes);
    if (visible && isBlock(name, attributes)) this.#flush();
    const item = this.#itemFor(name, attributes, around);
    this.#scopes.push({
      name,
      visible,
      sign,
      marks: marksInside(around.marks, name, attributes),
      list: listKind(name, attributes) ?? around.list,
      indent: around.indent + indentBy(name, attributes, around),
      item,
      heading: /^h[1-6]$/.test(name) ? Number(name[1]) : around.heading,
      quote: around.quote || name === 'blockquote',
      preformatted: around.preformatted || name === 'pre' || name === 'ac:plain-text-body',
      instead: attributes.datetime?.slice(0, 10) ?? attributes['ri:content-title'] ?? null,
      textBefore: this.#seen,
    });
    if (visible && isLozenge(name, attributes)) this.#append(' ');
    if (visible) this.#enter(name, attributes, item);
  }

  #enter(name: string, attributes: Attributes, item: Item | null): void {
    if (name === 'br') this.#append('\n');
    else if (name === 'table') this.#tables.push({ rows: [], cell: null, span: { columns: 1, rows: 1 }, taken: [] });
    else if (name === 'tr' && this.#tables.length === 1) this.#tables[0]?.rows.push([]);
    else if (name === 'td' || name === 'th') this.#openCell(attributes);
    else if (name === 'input' && attributes.type === 'checkbox') check(item, 'checked' in attributes);
    else if (name === 'ri:user')
      this.#append(`@${attributes['ri:username'] ?? attributes['ri:account-id'] ?? attributes['ri:userkey'] ?? ''}`);
    else if (name === 'ac:emoticon' || name === 'img') this.#append(signOf(attributes));
    else if (/\bcheckbox-(?:on|off)\b/.test(attributes.class ?? ''))
      check(item, /\bcheckbox-on\b/.test(attributes.class ?? ''));
  }

  close(name: string): void {
    const closing = this.#scope;
    if (closing.name !== name || this.#scopes.length === 1) return;
    if (closing.visible) {
      if (closing.instead !== null && this.#seen === closing.textBefore) this.text(closing.instead);
      if (name === 'td' || name === 'th') this.#closeCell();
      else if (name === 'table') this.#closeTable();
      else if (isBlock(name, {})) this.#flush();
    }
    this.#scopes.pop();
  }

  text(data: string): void {
    const { visible, sign, preformatted, name, item } = this.#scope;
    if (sign && item && /[\da-z][.)]/i.test(data)) item.kind = 'ordered';
    if (!visible) return;
    const text = data.replaceAll(/[\u200B\uFEFF]/g, '').replaceAll('\u00A0', ' ');
    if (name === 'ac:task-status') check(item, text.trim() === 'complete');
    else if (name === 'ac:adf-attribute') this.#append(stateWord(text));
    else this.#append(preformatted ? text : text.replaceAll(/[ \t\n\r\f]+/g, ' '));
  }

  finish(): readonly OutlineNode[] {
    this.#flush();
    while (this.#tables.length > 0) this.#closeTable();
    return this.#writer.nodes;
  }

  #append(text: string): void {
    this.#budget.step();
    if (text === '') return;
    const last = this.#runs.at(-1)?.text ?? '\n';
    const spaced = text.startsWith(' ') && /\s$/.test(last) ? text.slice(1) : text;
    if (spaced === '') return;
    if (spaced.trim() !== '') this.#seen += spaced.length;
    this.#runs.push({ text: spaced, ...this.#scope.marks });
  }

  /** Ends the block that is open, if any, and gives it to the cell, the heading, the item or the page it stands in. */
  #flush(): void {
    const text = canonicalText(this.#runs);
    this.#runs = [];
    if (isBlank(text)) return;
    const { item, heading, quote, indent } = this.#scope;
    const cell = this.#tables[0]?.cell;
    if (cell) cell.push(text);
    else if (heading > 0) this.#writer.heading(heading, text);
    else if (item && !item.written) {
      item.written = true;
      this.#writer.text(text, item);
    } else this.#writer.text(text, { kind: quote ? 'quote' : 'paragraph', indent: indent + 1, checked: false });
  }

  #openCell(attributes: Attributes): void {
    const [table] = this.#tables;
    if (!table || this.#tables.length > 1) return;
    if (table.rows.length === 0) table.rows.push([]);
    table.cell = [];
    table.span = { columns: spanOf(attributes.colspan), rows: spanOf(attributes.rowspan) };
  }

  #closeCell(): void {
    this.#flush();
    const [table] = this.#tables;
    if (!table?.cell || this.#tables.length > 1) return;
    const row = table.rows.at(-1) ?? [];
    this.#skipTaken(table, row);
    const { columns, rows } = table.span;
    for (let column = 0; column < columns; column++) {
      if (column > 0) this.#budget.step();
      if (rows > 1) table.taken[row.length] = rows - 1;
      row.push(column === 0 ? joinCell(table.cell) : []);
    }
    table.cell = null;
  }

  /** Merged cells: empty ones stand where a cell from above goes on, so that every column keeps its place. */
  #skipTaken({ taken }: Table, row: RichText[]): void {
    for (let left = taken[row.length] ?? 0; left > 0; left = taken[row.length] ?? 0) {
      this.#budget.step();
      taken[row.length] = left - 1;
      row.push([]);
    }
  }

  /** A table inside a cell has become lines of that cell. */
  #closeTable(): void {
    if (this.#tables.length === 1) this.#closeCell();
    else this.#flush();
    const table = this.#tables.pop();
    if (table && this.#tables.length === 0) this.#writer.table(table.rows);
  }

  #itemFor(name: string, attributes: Attributes, around: Scope): Item | null {
    const drawn = name === 'p' ? /mso-list:\s{0,3}l\d{1,5} level(\d)/i.exec(attributes.style ?? '')?.[1] : undefined;
    if (drawn !== undefined) return { kind: 'bullet', checked: false, indent: Number(drawn) - 1, written: false };
    if (!ITEMS.has(name) && attributes.type !== 'decision-item') {
      // A list inside an item has items of its own; what stands in it beside them is nobody's.
      return listKind(name, attributes) === null ? around.item : null;
    }
    const boxed = name === 'ac:task' || attributes.role === 'checkbox' || around.list === 'check';
    return {
      kind: boxed ? 'check' : (around.list ?? 'bullet'),
      checked: attributes['aria-checked'] === 'true' || (boxed && /\bchecked\b/.test(attributes.class ?? '')),
      indent: Math.max(0, around.indent),
      written: false,
    };
  }
}

function spanOf(said: string | undefined): number {
  const count = Number(said);
  return Number.isInteger(count) ? Math.min(MOST_SPAN, Math.max(1, count)) : 1;
}

function check(item: Item | null, checked: boolean): void {
  if (!item) return;
  item.kind = 'check';
  item.checked = checked;
}

function isBlock(name: string, attributes: Attributes): boolean {
  if (name === 'ac:structured-macro') return attributes['ac:name'] !== undefined && attributes['ac:name'] !== 'status';
  return name !== 'br' && !INLINE.has(name);
}

/** Labels and mentions that a page draws apart though nothing parts them in the text. */
function isLozenge(name: string, attributes: Attributes): boolean {
  return (
    attributes['ac:name'] === 'status' ||
    (name === 'span' && /\b(?:selected-value|lozenge|user)\b/.test(attributes.class ?? ''))
  );
}

/** Of a macro's parameters the page shows the title and the key of an issue. */
function isVisibleParameter(name: string, attributes: Attributes): boolean {
  if (name === 'ac:adf-attribute') return attributes.key === 'state';
  return name !== 'ac:parameter' || /^(?:title|key)$/.test(attributes['ac:name'] ?? '');
}

function listKind(name: string, attributes: Attributes): Item['kind'] | null {
  if (name === 'ol') return 'ordered';
  if (name === 'ac:task-list') return 'check';
  if (name !== 'ul') return null;
  return /\b(?:inline-task-list|to-do-list|contains-task-list)\b/.test(attributes.class ?? '') ? 'check' : 'bullet';
}

/** Lists nest; in an exported Google document they don't, and say their level in the class. */
function indentBy(name: string, attributes: Attributes, around: Scope): number {
  if (listKind(name, attributes) === null) return 0;
  const level = /\blst-\S{1,40}-(\d)\b/.exec(attributes.class ?? '')?.[1];
  return level === undefined ? 1 : Number(level) - around.indent;
}

function signOf(attributes: Attributes): string {
  const named = EMOTICONS[attributes['ac:name'] ?? ''];
  const isSign = /\b(?:emo|emoji|emoticon)/.test(attributes.class ?? '');
  return (
    attributes['ac:emoji-fallback'] ??
    attributes['data-emoji-fallback'] ??
    named ??
    (isSign ? (attributes.alt ?? '') : '')
  );
}

/** "DECIDED" of a decision node, as notes say it. */
function stateWord(text: string): string {
  const word = text.trim().toLowerCase();
  return word === '' ? '' : `${word[0]?.toUpperCase()}${word.slice(1)}: `;
}
