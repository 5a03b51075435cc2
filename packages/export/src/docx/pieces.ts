import type { Level, Tone } from '@duet/domain';
import { CheckBox, type IParagraphOptions, Paragraph, type ParagraphChild, ShadingType } from 'docx';
import type { Cell, Piece } from '../page/page.ts';
import { INK, TONES } from './palette.ts';
import { runsFromRight, textRuns, wordsRuns } from './text-runs.ts';

const SMALL = 17;

/** A cell as paragraphs, one for each piece. Word wants at least one in every cell of a table. */
export function cellParagraphs(cell: Cell, style: IParagraphOptions = {}): Paragraph[] {
  if (cell.length === 0) return [new Paragraph(style)];
  return cell.map(
    (piece) =>
      new Paragraph({
        ...style,
        bidirectional: piece.kind === 'text' && runsFromRight(piece.text),
        children: [...pieceRuns(piece)],
      }),
  );
}

export function pieceRuns(piece: Piece): readonly ParagraphChild[] {
  switch (piece.kind) {
    case 'text':
      return textRuns(piece.text, LOOKS[piece.look]);
    case 'chip':
      return chipRuns(piece.words, piece.tone);
    case 'note':
      return wordsRuns(piece.words, { color: TONES[piece.tone].ink, size: SMALL });
    case 'day':
      return wordsRuns(piece.words, piece.tone === 'plain' ? {} : { color: TONES[piece.tone].ink, bold: true });
    case 'level':
      return wordsRuns(piece.words, LEVELS[piece.level]);
    case 'check':
      return [checkbox(piece.checked, piece.words)];
  }
}

const LOOKS = {
  lead: { bold: true, color: INK.strong },
  plain: {},
  struck: { strike: true, color: INK.muted },
} as const;

const LEVELS: Readonly<Record<Level, { readonly bold?: true; readonly color?: string }>> = {
  low: { color: INK.muted },
  medium: {},
  high: { bold: true, color: TONES.bad.ink },
};

/** A word on a coloured ground. Spaces that do not break stand in for its padding. */
export function chipRuns(words: string, tone: Tone): readonly ParagraphChild[] {
  const { ink, wash } = TONES[tone];
  return wordsRuns(`\u00A0${words}\u00A0`, {
    size: 18,
    color: ink,
    bold: tone === 'warn' || tone === 'bad',
    shading: { type: ShadingType.CLEAR, color: 'auto', fill: wash },
  });
}

/** A box that can be ticked in Word. */
export function checkbox(checked: boolean, words: string): CheckBox {
  return new CheckBox({
    checked,
    alias: words,
    checkedState: { value: '2612', font: 'MS Gothic' },
    uncheckedState: { value: '2610', font: 'MS Gothic' },
  });
}
