import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  TabStopType,
  TextRun,
} from 'docx';
import type { ExportInput } from '../exporter.ts';
import type { Page } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { fixedPackage } from './fixed-package.ts';
import { numbering } from './numbering.ts';
import { INK, TONES } from './palette.ts';
import { bookmarkOf, partsDocx, TEXT_WIDTH } from './parts.ts';
import { styles } from './styles.ts';
import { wordsRuns } from './text-runs.ts';

/** A Word document with real headings, tables with head rows, boxes to tick and working links. */
export async function renderDocx(input: ExportInput): Promise<Uint8Array> {
  const page = pageOf(input);
  const authors = page.authors.join(', ') || 'Duet';
  const file = new Document({
    title: page.title,
    creator: authors,
    lastModifiedBy: authors,
    styles,
    numbering,
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_021, bottom: 1_134, left: 1_021, right: 1_021 },
          },
        },
        footers: { default: footer(page.title) },
        children: [...opening(page), ...partsDocx(page.parts)],
      },
    ],
  });
  const moment = input.revision?.finalizedAt ?? `${input.today}T00:00:00Z`;
  return fixedPackage(new Uint8Array(await Packer.toBuffer(file)), new Date(moment).toISOString());
}

/** In points, and as an indent in twentieths of one. */
const PADDING = 6;
const PADDING_INDENT = 20 * PADDING;

/** A coloured ground. Word has no padding: an edge in the same colour stands for it. Neighbours become one ground. */
function shaded(fill: string) {
  const edge = { style: BorderStyle.SINGLE, size: 4, space: PADDING, color: fill } as const;
  return {
    shading: { type: ShadingType.CLEAR, color: 'auto', fill },
    border: { top: edge, bottom: edge, left: edge, right: edge },
    indent: { left: PADDING_INDENT, right: PADDING_INDENT },
  };
}

function opening(page: Page): readonly FileChild[] {
  return [
    ...(page.banner === null
      ? []
      : [new Paragraph({ ...shaded(TONES.plain.wash), children: [...wordsRuns(page.banner, { color: INK.strong })] })]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [...wordsRuns(page.title)] }),
    ...page.details.map(
      ({ label, words }) =>
        new Paragraph({
          spacing: { after: 20 },
          tabStops: [{ type: TabStopType.LEFT, position: 1_500 }],
          children: [...wordsRuns(`${label}\t`, { color: INK.muted }), ...wordsRuns(words, { color: INK.strong })],
        }),
    ),
    ...(page.open.length === 0
      ? []
      : [
          new Paragraph({
            heading: HeadingLevel.HEADING_2,
            ...shaded(TONES.warn.wash),
            spacing: { before: 280, after: 40 },
            children: [...wordsRuns('Still open', { color: TONES.warn.ink })],
          }),
          ...page.open.map(
            ({ anchor, title, why }) =>
              new Paragraph({
                ...shaded(TONES.warn.wash),
                spacing: { before: 0, after: 40 },
                children: [
                  new InternalHyperlink({
                    anchor: bookmarkOf(anchor),
                    children: [...wordsRuns(title, { bold: true, color: INK.strong })],
                  }),
                  ...wordsRuns(` ${why}`),
                ],
              }),
          ),
        ]),
  ];
}

function footer(title: string): Footer {
  const small = { size: 16, color: INK.muted };
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...wordsRuns(`${title}\t`, small),
          new TextRun({ ...small, children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
