import type { IStylesOptions } from 'docx';
import { INK } from './palette.ts';

/** In half points. */
const heading = (size: number, before: number, after: number) => ({
  run: { size, bold: true, color: INK.strong, font: 'Calibri' },
  paragraph: { spacing: { before, after }, keepNext: true },
});

export const styles: IStylesOptions = {
  default: {
    document: { run: { font: 'Calibri', size: 20, color: INK.text }, paragraph: { spacing: { after: 80 } } },
    title: heading(44, 120, 160),
    heading1: heading(28, 360, 120),
    heading2: heading(22, 200, 60),
    heading3: heading(21, 160, 60),
    heading4: heading(20, 120, 40),
  },
  // The library bases styles on this one and leaves it to Word to have it.
  characterStyles: [
    {
      id: 'DefaultParagraphFont',
      name: 'Default Paragraph Font',
      uiPriority: 1,
      semiHidden: true,
      unhideWhenUsed: true,
    },
  ],
};
