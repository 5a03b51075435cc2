import type { BlockName } from '@duet/domain';
import { expectTypeOf, test } from 'vitest';
import type { Drawings as DocxDrawings } from './docx/parts.ts';
import { type ExportFormat, exporters } from './exporters.ts';
import type { Drawings as HtmlDrawings } from './html/parts.ts';
import type { Layouts } from './page/block-parts.ts';
import type { Part, Piece } from './page/page.ts';
import type { PARTS, PIECES } from './pdf/drawings.ts';

/**
 * Whatever is left out of a registry must be named by the compiler. These lines run nowhere: they fail the type check
 * when a registry begins to take less than everything.
 */
test('[M33] a missing renderer does not compile', () => {
  const { decision: _layout, ...layouts } = {} as Layouts;
  // @ts-expect-error a block without a layout
  expectTypeOf(layouts).toExtend<Layouts>();
  const { card: _html, ...html } = {} as HtmlDrawings;
  // @ts-expect-error a part that HTML does not draw
  expectTypeOf(html).toExtend<HtmlDrawings>();
  const { card: _docx, ...docx } = {} as DocxDrawings;
  // @ts-expect-error a part that DOCX does not draw
  expectTypeOf(docx).toExtend<DocxDrawings>();
  const { pdf: _format, ...formats } = exporters;
  // @ts-expect-error a format without an exporter
  expectTypeOf(formats).toExtend<typeof exporters>();

  expectTypeOf<keyof Layouts>().toEqualTypeOf<BlockName>();
  expectTypeOf<keyof HtmlDrawings>().toEqualTypeOf<Part['kind']>();
  expectTypeOf<keyof DocxDrawings>().toEqualTypeOf<Part['kind']>();
  expectTypeOf<keyof typeof PARTS>().toEqualTypeOf<Part['kind']>();
  expectTypeOf<keyof typeof PIECES>().toEqualTypeOf<Piece['kind']>();
  expectTypeOf<keyof typeof exporters>().toEqualTypeOf<ExportFormat>();
});
