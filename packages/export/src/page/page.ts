import type { IsoDate, Level, RichText, Side, TextKind, Tone, Voice } from '@duet/domain';

/**
 * A meeting laid out for reading: what HTML, PDF and DOCX draw, each in its own way. It is plain data (the PDF
 * compiler takes it as JSON) and holds every choice of words, so the three say the same.
 */
export interface Page {
  readonly title: string;
  /** ISO, for the metadata of a file. */
  readonly date: IsoDate | null;
  /** The facilitators, for the metadata of a file. */
  readonly authors: readonly string[];
  /** That the meeting is final, and whose word that is. */
  readonly banner: string | null;
  readonly details: readonly { readonly label: string; readonly words: string }[];
  /** What needs somebody, worst first; it stands before everything else. */
  readonly open: readonly { readonly anchor: string; readonly title: string; readonly why: string }[];
  readonly parts: readonly Part[];
}

export type Part = SectionPart | ProsePart | EntryPart | CardPart | TablePart;

export interface SectionPart {
  readonly kind: 'section';
  readonly id: string;
  readonly title: RichText;
  readonly opener: { readonly side: Voice; readonly words: string } | null;
}

export interface ProsePart {
  readonly kind: 'prose';
  readonly id: string;
  readonly style: TextKind;
  /** Of a heading: 1 to 3. */
  readonly level: number;
  readonly indent: number;
  readonly checked: boolean;
  /** Of an ordered item: its number. */
  readonly number: number;
  /** Whose part it is, of a check item. */
  readonly side: { readonly side: Side; readonly words: string } | null;
  readonly text: RichText;
}

/** A statement in bold with what there is to say about it. */
export interface EntryPart {
  readonly kind: 'entry';
  readonly id: string;
  readonly lead: RichText;
  readonly text: RichText;
  readonly notes: readonly string[];
}

export interface CardPart {
  readonly kind: 'card';
  readonly id: string;
  readonly title: RichText;
  /** Beside the title: when. */
  readonly aside: string | null;
  readonly chip: Chip;
  /** Something that only a person can settle is still absent: drawn with a dashed line. */
  readonly unsettled: boolean;
  /** The two sides, next to each other. */
  readonly voices: readonly { readonly side: Voice; readonly label: string; readonly text: RichText }[];
  readonly fields: readonly { readonly label: string; readonly cell: Cell }[];
}

export interface TablePart {
  readonly kind: 'table';
  /** Says to a screen reader what the table holds. */
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Cell[] }[];
}

interface Column {
  readonly label: string;
  /** Its share of the width, in percent. */
  readonly width: number;
}

/** What stands in a cell, each piece on its own line. */
export type Cell = readonly Piece[];

export type Piece =
  | { readonly kind: 'text'; readonly text: RichText; readonly look: 'lead' | 'plain' | 'struck' }
  | Chip
  | { readonly kind: 'note'; readonly words: string; readonly tone: Tone }
  | { readonly kind: 'day'; readonly day: IsoDate; readonly words: string; readonly tone: Tone }
  | { readonly kind: 'level'; readonly level: Level; readonly words: string }
  | { readonly kind: 'check'; readonly checked: boolean; readonly words: string };

export interface Chip {
  readonly kind: 'chip';
  readonly words: string;
  readonly tone: Tone;
}
