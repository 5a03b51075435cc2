import { plainText, type RichText, type TextRun as Run } from '@duet/domain';
import { ExternalHyperlink, type IRunPropertiesOptions, type ParagraphChild, TextRun } from 'docx';
import { linkAddress } from '../link-address.ts';
import { INK } from './palette.ts';

/** How a run looks, beyond its own marks. */
export type Look = IRunPropertiesOptions;

/** Text with its marks as Word's runs. Only addresses that may be followed become links (G25). */
export function textRuns(text: RichText, look: Look = {}): readonly ParagraphChild[] {
  return text.flatMap((run): readonly ParagraphChild[] => {
    const href = linkAddress(run);
    if (href === null) return lineRuns(run, look);
    const children = lineRuns(run, { ...look, color: INK.accent, underline: {} });
    return [new ExternalHyperlink({ link: href, children })];
  });
}

export function wordsRuns(words: string, look: Look = {}): readonly ParagraphChild[] {
  return lineRuns({ text: words }, look);
}

/**
 * A run for each line. The text goes in as `text`: as one of the `children`, a line that reads "CURRENT" would
 * become the number of the page.
 */
function lineRuns(run: Run, look: Look): TextRun[] {
  return printable(run.text)
    .split('\n')
    .map(
      (line, index) =>
        new TextRun({
          ...look,
          ...(run.bold && { bold: true }),
          ...(run.italic && { italics: true }),
          ...(run.strike && { strike: true }),
          ...(run.code && { font: 'Consolas' }),
          ...(RIGHT_TO_LEFT.test(run.text) && { rightToLeft: true }),
          break: index === 0 ? 0 : 1,
          text: line,
        }),
    );
}

/** XML has no place for controls and halves of characters. */
function printable(text: string): string {
  return text.replaceAll(/(?![\n\t])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Whether a paragraph of this text runs from right to left: it begins in Arabic or Hebrew. */
export function runsFromRight(text: RichText): boolean {
  return RIGHT_TO_LEFT.test(plainText(text));
}
