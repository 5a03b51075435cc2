import { plainText, type RichText } from '@duet/domain';
import { bytesOf } from '../bytes.ts';
import type { ExportInput } from '../exporter.ts';
import type { CardPart, Cell, EntryPart, Part, Piece, ProsePart, TablePart } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { bold, escaped, slackText } from './slack-text.ts';

type Writing<K extends Part['kind']> = (part: Extract<Part, { kind: K }>) => string;

/** How each part reads in a chat. A part without an entry here does not compile. */
const writings: { readonly [K in Part['kind']]: Writing<K> } = {
  section: ({ title }) => `\n${bold(slackText(title))}`,
  prose: proseText,
  entry: entryText,
  card: cardText,
  table: tableText,
};

/** The page as one chat message in Slack's mrkdwn, which has no tables: each row is an item that names its columns. */
export async function renderSlack(input: ExportInput): Promise<Uint8Array> {
  const page = pageOf(input);
  const details = page.details.map(({ label, words }) => `${label}: ${words}`).join(' · ');
  const open = page.open.map(({ title, why }) => `• ${bold(escaped(title))}: ${escaped(why)}`);
  const lines = [
    bold(escaped(page.title)),
    ...(page.banner === null ? [] : [`_${escaped(page.banner)}_`]),
    escaped(details),
    ...(open.length === 0 ? [] : ['', '*Still open*', ...open]),
    ...page.parts.map((part) => (writings[part.kind] as Writing<Part['kind']>)(part)),
  ];
  return bytesOf(`${lines.join('\n').trim()}\n`);
}

function proseText({ style, indent, checked, number, side, text }: ProsePart): string {
  const lead = '    '.repeat(indent);
  const words = slackText(text);
  switch (style) {
    case 'heading':
      return `${lead}${bold(words)}`;
    case 'paragraph':
      return `${lead}${words}`;
    case 'quote':
      return words.replaceAll(/^/gm, '> ');
    case 'bullet':
      return `${lead}• ${words}`;
    case 'ordered':
      return `${lead}${number}. ${words}`;
    case 'check':
      return `${lead}${checked ? '☑' : '☐'} ${words}${side === null ? '' : ` (${side.words})`}`;
  }
}

function entryText({ lead, text, notes }: EntryPart): string {
  const parts = [bold(slackText(lead)), slackText(text), ...notes.map(escaped)];
  return `• ${parts.filter((part) => part !== '').join(' · ')}`;
}

function cardText({ title, aside, chip, voices, fields }: CardPart): string {
  const head = [bold(titleText(title)), escaped(chip.words), ...(aside === null ? [] : [escaped(aside)])];
  const said = voices.filter(({ text }) => text.length > 0).map(({ label, text }) => `${label}: ${slackText(text)}`);
  const lines = [...said, ...fields.map(({ label, cell }) => `${label}: ${cellText(cell)}`)];
  return [`• ${head.join(' · ')}`, ...lines.map((line) => `    ${line}`)].join('\n');
}

function titleText(title: RichText): string {
  return plainText(title).trim() === '' ? 'Untitled' : slackText(title);
}

function tableText({ columns, rows }: TablePart): string {
  return rows
    .map(({ cells }) => {
      const said = cells.flatMap((cell, index) => {
        const words = cellText(cell);
        if (words === '') return [];
        // What leads a row needs no name, and a box says by itself whether it is ticked.
        const named = cell.some((piece) => piece.kind === 'check' || (piece.kind === 'text' && piece.look !== 'plain'));
        return [named ? words : `${columns[index]?.label ?? ''}: ${words}`];
      });
      return `• ${said.join(' · ')}`;
    })
    .join('\n');
}

function cellText(cell: Cell): string {
  return cell
    .map(pieceText)
    .filter((words) => words !== '')
    .join(', ');
}

function pieceText(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      if (piece.look === 'lead') return bold(slackText(piece.text));
      return piece.look === 'struck' ? `~${slackText(piece.text).trim()}~` : slackText(piece.text);
    case 'check':
      return piece.checked ? '☑' : '☐';
    case 'chip':
    case 'note':
    case 'day':
    case 'level':
      return escaped(piece.words);
  }
}
