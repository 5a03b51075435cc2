import type { Steps } from '@duet/blocks';
import { type Block, type IsoDate, joinLines, make, plain, type RichText } from '@duet/domain';
import { yearsOf } from '../build-meeting.ts';
import { ImportError } from '../import-error.ts';
import { Budget, PASTE_LIMITS } from '../limits.ts';
import { type OutlineNode, withoutFrames } from '../outline.ts';
import { Calendar } from '../reading/calendar.ts';
import { asHeading, blocksBelow, joinTables, splitSections } from '../recognise/blocks-of.ts';
import { type RowKind, rowsOfGrid } from '../recognise/grid.ts';
import { proseOf } from '../recognise/prose.ts';
import { type SectionName, sectionNamed } from '../recognise/section-names.ts';
import { OutlineWriter } from '../sources/outline-writer.ts';
import { readOwnMarkdown } from '../sources/own-markdown.ts';
import { clean, looksLikeMarkdown, readSource } from '../sources/read-source.ts';
import { readTsv } from '../sources/read-tsv.ts';

export type { RowKind };

export interface PasteInput {
  /** The forms in which the clipboard holds it, `''` for one that is not there. */
  readonly html: string;
  readonly text: string;
  /** Days without a year lie around it. */
  readonly anchor: IsoDate;
  /** The key of the section it is pasted into. */
  readonly section: string | null;
}

export interface Pasted {
  /** What stands among blocks. Headings of sections are headings of text: a meeting has its own. */
  readonly blocks: readonly Block[];
  /**
   * For one table and nothing else its rows as those of a table of the meeting, from a column on ({@link rowsOfGrid}).
   * Null for everything else, and for a table that names the columns of another kind.
   */
  rows(kind: RowKind, from: number): readonly Block[] | null;
  /** All of it as one text with its marks, a line for each block: for a place that takes no blocks. */
  readonly text: RichText;
  /** A paragraph; several lines or items; or something with headings or tables in it. */
  readonly form: 'line' | 'lines' | 'document';
}

/** What is on a clipboard, in words of a meeting. Nothing is fetched or executed. @throws ImportError */
export function* readPaste({ html, text, anchor, section }: PasteInput): Steps<Pasted> {
  if (Math.max(html.length, text.length) > PASTE_LIMITS.sourceLength) throw new ImportError('too-large');
  if (text.includes('\0')) throw new ImportError('not-text');
  const own = html === '' ? yield* readOwnMarkdown(text.replaceAll('\r\n', '\n')) : null;
  if (own !== null) {
    const title = make.textBlock({ kind: 'heading', level: 1, text: plain(own.title) });
    return { blocks: [title, ...own.blocks.map(asText)], rows: () => null, text: [], form: 'document' };
  }
  const nodes = yield* readNodes(html, clean(text));
  const calendar = new Calendar(anchor, yield* yearsOf(nodes));
  const [only, ...more] = nodes;
  const plainNodes = withoutFrames(nodes);
  const grid = only?.kind === 'table' && more.length === 0 ? only.rows : null;
  return {
    blocks: yield* blocksOf(plainNodes, sectionNamed(section), calendar),
    rows: (kind, from) => (grid === null ? null : rowsOfGrid(kind, grid, from, calendar)),
    text: joinLines(plainNodes.map(lineOf)),
    form: formOf(plainNodes),
  };
}

function readNodes(html: string, text: string): Steps<readonly OutlineNode[]> {
  const budget = new Budget(PASTE_LIMITS);
  // Editors for code colour what they copy; that says nothing, and the text may be Markdown.
  if (html !== '' && (STRUCTURE.test(html) || !looksLikeMarkdown(text)))
    return readSource('text/html', clean(html), budget);
  const rows = readTsv(text);
  return rows === null ? readSource('text/plain', text, budget) : tableOf(rows, budget);
}

const STRUCTURE = /<(?:table|h[1-6]|[uo]l|li|blockquote|a|b|strong|i|em|s|del)[\s>]/i;

// biome-ignore lint/correctness/useYield: it is read in one step, and stands where others take several.
function* tableOf(
  rows: Extract<OutlineNode, { kind: 'table' }>['rows'],
  budget: Budget,
): Steps<readonly OutlineNode[]> {
  const writer = new OutlineWriter(budget);
  writer.table(rows);
  return writer.nodes;
}

function* blocksOf(
  nodes: readonly OutlineNode[],
  section: SectionName | null,
  calendar: Calendar,
): Steps<readonly Block[]> {
  const blocks: Block[] = [];
  for (const part of splitSections(nodes.map(asHeading), section)) {
    if (part.heading) blocks.push(...proseOf(part.heading));
    for (const block of yield* blocksBelow(part, calendar)) blocks.push(block);
  }
  return joinTables(blocks);
}

function formOf(nodes: readonly OutlineNode[]): Pasted['form'] {
  if (nodes.some(({ kind }) => kind === 'heading' || kind === 'table')) return 'document';
  return nodes.length === 1 && nodes[0]?.kind === 'paragraph' ? 'line' : 'lines';
}

const SIGNS: Readonly<Record<string, string>> = { bullet: '• ', ordered: '• ', check: '☐ ' };

function lineOf(node: OutlineNode): RichText {
  if (node.kind === 'table') return joinLines(node.rows.map((row) => row.flat()));
  const sign = node.kind === 'check' && node.checked ? '☑ ' : (SIGNS[node.kind] ?? '');
  return [...plain(sign), ...node.text];
}

function asText(block: Block): Block {
  return block.type === 'sectionHeading' ? make.textBlock({ kind: 'heading', level: 2, text: block.title }) : block;
}
