import type { Steps } from '@duet/blocks';
import type { RichText } from '@duet/domain';
import { ImportError } from '../import-error.ts';
import { type Budget, IMPORT_LIMITS } from '../limits.ts';
import type { OutlineNode, OutlineText } from '../outline.ts';
import { LABEL_LINE } from './label-line.ts';
import { type Definitions, readInline } from './markdown-inline.ts';
import { OutlineWriter } from './outline-writer.ts';
import { readHtml } from './read-html.ts';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#{1,20})?[ \t]*$/;
const UNDERLINE = /^ {0,3}(={2,200}|-{2,200})[ \t]*$/;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,80}|(?:-[ \t]*){3,80}|(?:_[ \t]*){3,80})$/;
const FENCE = /^[ \t]{0,40}(`{3,20}|~{3,20})([^`]*)$/;
const ITEM = /^([ \t]{0,60})(?:[-*+•◦▪]|(\d{1,9})[.)])(?:[ \t]+|$)(?:\[([ xX])\][ \t]+)?(.*)$/;
const QUOTE = /^ {0,3}>[ ]?/;
const ROW = /^[ \t]{0,40}\|?.*\|/;
const DELIMITER = /^[ \t]{0,40}\|?[ \t]*:?-{1,80}:?[ \t]*(?:\|[ \t]*:?-{1,80}:?[ \t]*){0,60}\|?[ \t]*$/;
const HTML =
  /^ {0,3}<(?:!--|\/?(?:aside|details|summary|div|table|thead|tbody|tr|td|ul|ol|li|p|h[1-6]|section|article|figure|center|blockquote|pre|hr|dl)(?=[\s/>]))/i;
const DEFINITION = /^ {0,3}\[([^[\]]{1,200})\]:[ \t]*<?([^\s<>]{1,2000})>?/;
const LONE_TAG = /^ {0,3}<(?:(?:aside|details|div|center|section)\b[^<>]{0,300}|\/[a-z]{1,12}[ \t]{0,9})>[ \t]*$/i;
/** What is markup and says nothing: HackMD's containers and tables of contents, GitHub's kinds of notes. */
const MARKUP_LINE =
  /^ {0,3}(?::::[ \t]?(?:info|warning|danger|success|tip|note)?[ \t]*|\[toc\][ \t]*|\[!(?:note|tip|important|warning|caution)\][ \t]*)$/i;
const TAB_WIDTH = 4;
const LINES_A_STEP = 8;
/** UTF-16 units of one text: it is read in one step. */
const LONGEST_PARAGRAPH = 128 * 1024;
const LONGEST_FRONT_MATTER = 40;

/** Pictures inside the text, as Google Docs exports them: megabytes, and no word among them. */
const INLINE_PICTURE = /data:image\/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=]*/g;

/**
 * Markdown into an outline, in one pass over its lines: the blocks of GitHub's flavour, and of HackMD and Notion what
 * meetings hold. Soft breaks become spaces, unless a line opens with a label ("**Product intent:** …").
 */
export function* readMarkdown(source: string, budget: Budget): Steps<readonly OutlineNode[]> {
  const text = source.replaceAll(INLINE_PICTURE, 'data:,');
  if (text.length > IMPORT_LIMITS.markupLength) throw new ImportError('too-large');
  const lines = text.split('\n');
  return yield* new MarkdownReader(definitionsIn(lines), budget).read(lines);
}

function definitionsIn(lines: readonly string[]): Definitions {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name, address] = DEFINITION.exec(line) ?? [];
    if (name && address) found.set(name.toLowerCase(), address);
  }
  return found;
}

class MarkdownReader {
  readonly #definitions: Definitions;
  readonly #budget: Budget;
  readonly #writer: OutlineWriter;
  /** Where the text of each open list item begins, in columns; the outermost first. */
  #columns: number[] = [];
  #block: Omit<OutlineText, 'text'> = { kind: 'paragraph', indent: 0, checked: false };
  #lines: string[] = [];

  constructor(definitions: Definitions, budget: Budget) {
    this.#definitions = definitions;
    this.#budget = budget;
    this.#writer = new OutlineWriter(budget);
  }

  *read(lines: readonly string[]): Steps<readonly OutlineNode[]> {
    for (let at = this.#frontMatter(lines); at < lines.length; ) {
      at += yield* this.#readAt(lines, at);
      if (at % LINES_A_STEP === 0) yield;
    }
    this.#flush();
    return this.#writer.nodes;
  }

  /** HackMD's settings before the text: the title is one, the others may be details. Gives how many lines it took. */
  #frontMatter(lines: readonly string[]): number {
    if (lines[0]?.trimEnd() !== '---') return 0;
    const end = lines.slice(0, LONGEST_FRONT_MATTER).findIndex((line, at) => at > 0 && line.trimEnd() === '---');
    const settings = lines.slice(1, end);
    if (end < 0 || !settings.every((line) => /^[\w-]{1,40}:/.test(line) || line.trim() === '')) return 0;
    for (const line of settings) {
      const title = /^title:\s*(.+)$/.exec(line)?.[1];
      if (title === undefined) this.#writer.text(this.#inline(line), this.#block);
      else this.#writer.heading(1, this.#inline(title));
    }
    return end + 1;
  }

  /** Reads what begins at a line; gives how many lines it took. */
  *#readAt(lines: readonly string[], at: number): Steps<number> {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      this.#flush();
      return 1;
    }
    const fence = FENCE.exec(line);
    if (fence?.[1]) return this.#fence(lines, at, fence[1]);
    const heading = HEADING.exec(line);
    if (heading?.[1]) {
      this.#leave();
      this.#writer.heading(heading[1].length, this.#inline(heading[2] ?? ''));
      return 1;
    }
    const underline = UNDERLINE.exec(line);
    if (underline?.[1] && this.#lines.length > 0 && this.#block.kind === 'paragraph' && this.#block.indent === 0) {
      const text = this.#inline(this.#lines.join('\n'));
      this.#lines = [];
      this.#writer.heading(underline[1].startsWith('=') ? 1 : 2, text);
      return 1;
    }
    if (RULE.test(line) || MARKUP_LINE.test(line) || DEFINITION.test(line)) {
      this.#flush();
      return 1;
    }
    if (isTableHead(line, lines[at + 1] ?? '')) return this.#table(lines, at);
    if (HTML.test(line)) return yield* this.#html(lines, at);
    if (QUOTE.test(line)) return this.#quote(line);
    const item = ITEM.exec(line);
    if (item) this.#item(item);
    else this.#prose(line);
    return 1;
  }

  #inline(text: string): RichText {
    if (text.length > LONGEST_PARAGRAPH) throw new ImportError('too-large');
    return readInline(text, this.#definitions, this.#budget);
  }

  #flush(): void {
    if (this.#lines.length > 0) this.#writer.text(this.#inline(joinSoft(this.#lines)), this.#block);
    this.#lines = [];
  }

  /** Ends all lists. */
  #leave(): void {
    this.#flush();
    this.#columns = [];
  }

  #fence(lines: readonly string[], at: number, marker: string): number {
    this.#flush();
    let end = at + 1;
    while (end < lines.length && !lines[end]?.trim().startsWith(marker)) end++;
    const code = lines.slice(at + 1, end).join('\n');
    this.#writer.text(
      code.trim() === '' ? [] : [{ text: code, code: true }],
      this.#paragraphAt(columnOf(lines[at] ?? '')),
    );
    return end - at + 1;
  }

  #table(lines: readonly string[], at: number): number {
    this.#flush();
    let end = at + 2;
    // Rows beyond the limit are refused when they are counted.
    while (end < lines.length && end - at < IMPORT_LIMITS.blocks && ROW.test(lines[end] ?? '')) end++;
    const rows = [lines[at] ?? '', ...lines.slice(at + 2, end)];
    this.#writer.table(rows.map((row) => cellsOf(row).map((cell) => this.#inline(cell))));
    return end - at;
  }

  *#html(lines: readonly string[], at: number): Steps<number> {
    this.#flush();
    const first = lines[at] ?? '';
    // What a lone tag encloses is Markdown again, as in Notion's callouts.
    if (LONE_TAG.test(first)) return 1;
    const comment = /^ {0,3}<!--/.test(first);
    let end = at;
    do end++;
    while (end < lines.length && (comment ? !lines[end - 1]?.includes('-->') : lines[end]?.trim() !== ''));
    for (const node of yield* readHtml(lines.slice(at, end).join('\n'), this.#budget)) this.#writer.nodes.push(node);
    return end - at;
  }

  #quote(line: string): number {
    let depth = 0;
    let rest = line;
    for (; QUOTE.test(rest); depth++) {
      this.#budget.depth(depth);
      rest = rest.replace(QUOTE, '');
    }
    if (this.#block.kind !== 'quote') this.#flush();
    if (rest.trim() === '' || MARKUP_LINE.test(rest)) this.#flush();
    else this.#lines.push(rest);
    this.#block = { kind: 'quote', indent: depth - 1, checked: false };
    return 1;
  }

  #item([, lead = '', number, box, rest = '']: RegExpExecArray): void {
    this.#flush();
    const column = columnOf(lead);
    while (this.#columns.length > 0 && column < (this.#columns.at(-1) ?? 0)) this.#columns.pop();
    const indent = this.#columns.length;
    this.#columns.push(column + 2);
    const kind = box !== undefined ? 'check' : number !== undefined ? 'ordered' : 'bullet';
    this.#block = { kind, indent, checked: box === 'x' || box === 'X' };
    this.#lines = rest.trim() === '' ? [] : [rest];
  }

  #prose(line: string): void {
    if (this.#lines.length === 0) {
      this.#block = this.#paragraphAt(columnOf(line));
    } else if (this.#block.kind === 'quote') {
      this.#flush();
      this.#block = this.#paragraphAt(columnOf(line));
    }
    this.#lines.push(line.trimStart());
  }

  /** A paragraph belongs to the list item under whose text it begins. */
  #paragraphAt(column: number): Omit<OutlineText, 'text'> {
    while (this.#columns.length > 0 && column < (this.#columns.at(-1) ?? 0)) this.#columns.pop();
    return { kind: 'paragraph', indent: this.#columns.length, checked: false };
  }
}

/** Soft breaks as spaces; breaks that were meant stay: two spaces or a backslash at the end, a label in the next line. */
function joinSoft(lines: readonly string[]): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      if (next === undefined) return line;
      if (line.endsWith('\\') || line.endsWith('  ')) return `${line}\n`;
      return LABEL_LINE.test(next) ? `${line}  \n` : `${line} `;
    })
    .join('');
}

function isTableHead(line: string, next: string): boolean {
  return ROW.test(line) && DELIMITER.test(next) && cellsOf(line).length === cellsOf(next).length;
}

function columnOf(line: string): number {
  let column = 0;
  for (const letter of line) {
    if (letter === ' ') column++;
    else if (letter === '\t') column += TAB_WIDTH;
    else break;
  }
  return column;
}

function cellsOf(row: string): readonly string[] {
  const bare = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return bare.split(/(?<!\\)\|/).map((cell) => cell.replaceAll('\\|', '|').trim());
}
