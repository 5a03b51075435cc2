import { createHash } from 'node:crypto';
import { plainText } from '@duet/domain';
import {
  Bookmark,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  type ITableBordersOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from 'docx';
import type { CardPart, EntryPart, Part, ProsePart, SectionPart, TablePart } from '../page/page.ts';
import { BULLETS, indentOf, NUMBERS } from './numbering.ts';
import { INK, SIDES } from './palette.ts';
import { cellParagraphs, checkbox, chipRuns, pieceRuns } from './pieces.ts';
import { runsFromRight, textRuns, wordsRuns } from './text-runs.ts';

/** The width between the margins, in twentieths of a point. */
export const TEXT_WIDTH = 9_864;
const AT_RIGHT = [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }];
const SMALL = 17;
const HEADINGS = [HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

type Drawing<K extends Part['kind']> = (part: Extract<Part, { kind: K }>, lists: Lists) => readonly FileChild[];

/** A part without an entry here does not compile. */
export type Drawings = { readonly [K in Part['kind']]: Drawing<K> };
const drawings: Drawings = {
  section: (part) => [drawSection(part)],
  prose: (part, lists) => [drawProse(part, lists)],
  entry: (part) => [drawEntry(part)],
  card: drawCard,
  table: drawTable,
};

/** Counts the ordered lists: each has a numbering of its own, which starts at 1. */
interface Lists {
  begun: number;
}

export function partsDocx(parts: readonly Part[]): readonly FileChild[] {
  const lists: Lists = { begun: 0 };
  return parts.flatMap((part) => (drawings[part.kind] as Drawing<Part['kind']>)(part, lists));
}

function target(id: string, children: readonly ParagraphChild[]): Bookmark {
  return new Bookmark({ id: bookmarkOf(id), children: [...children] });
}

/** Word takes 40 letters, digits and `_` at most, and for it `Ab` is `aB`: two ids must not become one name. */
export function bookmarkOf(id: string): string {
  return `b_${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

function drawSection({ id, title, opener }: SectionPart): Paragraph {
  const aside = opener && [
    ...wordsRuns('\t'),
    ...wordsRuns(opener.words, { size: SMALL, bold: true, color: SIDES[opener.side].ink }),
  ];
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    tabStops: AT_RIGHT,
    children: [target(id, textRuns(title)), ...(aside ?? [])],
  });
}

function drawProse(part: ProsePart, lists: Lists): Paragraph {
  const { style, indent, level, text, checked, side } = part;
  const bidirectional = runsFromRight(text);
  const children = [...textRuns(text)];
  switch (style) {
    case 'heading':
      return new Paragraph({
        heading: HEADINGS[level - 1] ?? HEADINGS[2],
        indent: indentOf(indent),
        bidirectional,
        children,
      });
    case 'bullet':
      return new Paragraph({ numbering: { reference: BULLETS, level: indent }, bidirectional, children });
    case 'ordered':
      if (part.number === 1) lists.begun++;
      return new Paragraph({
        numbering: { reference: NUMBERS, level: indent, instance: lists.begun },
        bidirectional,
        children,
      });
    case 'check': {
      const whose =
        side === null ? [] : wordsRuns(`  ${side.words}`, { size: SMALL, bold: true, color: SIDES[side.side].ink });
      return new Paragraph({
        indent: indentOf(indent),
        bidirectional,
        children: [checkbox(checked, checked ? 'Done' : 'Not done'), ...wordsRuns(' '), ...children, ...whose],
      });
    }
    case 'quote':
      return new Paragraph({
        indent: indentOf(indent + 1),
        border: { left: { style: BorderStyle.SINGLE, size: 12, color: INK.line, space: 8 } },
        bidirectional,
        children: [...textRuns(text, { color: INK.muted })],
      });
    case 'paragraph':
      return new Paragraph({ indent: indentOf(indent), bidirectional, children });
  }
}

function drawEntry({ id, lead, text, notes }: EntryPart): Paragraph {
  const small = { size: SMALL, color: INK.muted };
  return new Paragraph({
    numbering: { reference: BULLETS, level: 0 },
    keepLines: true,
    children: [
      target(id, textRuns(lead, { bold: true, color: INK.strong })),
      ...wordsRuns(' '),
      ...textRuns(text),
      ...notes.flatMap((words) => wordsRuns(`\n${words}`, small)),
    ],
  });
}

function drawCard({ id, title, aside, chip, voices, fields }: CardPart): readonly FileChild[] {
  const name = plainText(title).trim() === '' ? wordsRuns('Untitled') : textRuns(title);
  const head = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    tabStops: AT_RIGHT,
    children: [
      target(id, name),
      ...(aside === null ? [] : wordsRuns(`  ${aside}`, { size: SMALL, bold: false, color: INK.muted })),
      ...wordsRuns('\t'),
      ...chipRuns(chip.words, chip.tone),
    ],
  });
  return [
    head,
    ...(voices.length === 0 ? [] : [voicesTable(voices)]),
    ...(fields.length === 0 ? [] : [fieldsTable(fields)]),
  ];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_LINES: ITableBordersOptions = {
  top: NO_LINE,
  bottom: NO_LINE,
  left: NO_LINE,
  right: NO_LINE,
  insideHorizontal: NO_LINE,
  insideVertical: NO_LINE,
};

function voicesTable(voices: CardPart['voices']): Table {
  const width = Math.floor(TEXT_WIDTH / voices.length);
  return new Table({
    ...grid(voices.map(() => width)),
    borders: NO_LINES,
    rows: [
      new TableRow({
        cantSplit: true,
        children: voices.map(({ side, label, text }) => {
          const words =
            text.length === 0 ? wordsRuns('Nothing yet', { size: SMALL, color: INK.muted }) : textRuns(text);
          return new TableCell({
            margins: { left: 120, right: 120, top: 40, bottom: 80 },
            borders: { left: { style: BorderStyle.SINGLE, size: 12, color: SIDES[side].ink } },
            children: [
              new Paragraph({
                keepNext: true,
                children: [...wordsRuns(label, { size: SMALL, bold: true, color: SIDES[side].ink })],
              }),
              new Paragraph({ bidirectional: runsFromRight(text), children: [...words] }),
            ],
          });
        }),
      }),
    ],
  });
}

const LABEL_WIDTH = 1_500;

function fieldsTable(fields: CardPart['fields']): Table {
  return new Table({
    ...grid([LABEL_WIDTH, TEXT_WIDTH - LABEL_WIDTH]),
    borders: NO_LINES,
    rows: fields.map(
      ({ label, cell }) =>
        new TableRow({
          cantSplit: true,
          children: [
            new TableCell({ children: [new Paragraph({ children: [...wordsRuns(label, { color: INK.muted })] })] }),
            new TableCell({ children: cellParagraphs(cell) }),
          ],
        }),
    ),
  });
}

function drawTable({ columns, rows }: TablePart): readonly FileChild[] {
  const line = { style: BorderStyle.SINGLE, size: 4, color: INK.line } as const;
  const margins = { top: 60, bottom: 60, left: 0, right: 120 };
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(
      ({ label }) =>
        new TableCell({
          margins,
          children: [
            new Paragraph({
              keepNext: true,
              children: [...wordsRuns(label, { size: SMALL, bold: true, color: INK.muted })],
            }),
          ],
        }),
    ),
  });
  const body = rows.map(
    ({ id, cells }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((cell, index) => {
          if (index > 0) return new TableCell({ margins, children: cellParagraphs(cell) });
          const [first, ...rest] = cell;
          const named = new Paragraph({
            bidirectional: first?.kind === 'text' && runsFromRight(first.text),
            children: [target(id, first ? pieceRuns(first) : [])],
          });
          return new TableCell({ margins, children: [named, ...(rest.length > 0 ? cellParagraphs(rest) : [])] });
        }),
      }),
  );
  return [
    new Table({
      ...grid(columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / 100))),
      borders: { ...NO_LINES, bottom: line, insideHorizontal: line },
      rows: [header, ...body],
    }),
    // Two tables without a paragraph between them become one in Word.
    new Paragraph({ spacing: { before: 0, after: 0 } }),
  ];
}

function grid(columnWidths: readonly number[]) {
  return {
    columnWidths: [...columnWidths],
    width: { size: columnWidths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
  };
}
