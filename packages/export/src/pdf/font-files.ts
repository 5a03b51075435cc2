import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kept } from './kept.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { ownRequire } from './own-require.ts';
import { unpackedOnce } from './unpacked-fonts.ts';

/** The weights that the pages use. */
export const WEIGHTS = [400, 600] as const;

type SubsetFont = (
  font: Buffer,
  text: null,
  options: { targetFormat: 'truetype'; keepAllGlyphs: true; variationAxes: { wght: number } },
) => Promise<Buffer>;

/** The decompressor gives out a view of its own memory, and its next run overwrites that before it is copied. */
const inTurn = oneAtATime();

/** A variable WOFF2 file as TrueType fonts of each weight. */
export const variableFont = kept(async (path: string): Promise<readonly Buffer[]> => {
  const font = await readFile(path);
  const options = { targetFormat: 'truetype', keepAllGlyphs: true } as const;
  const ofWeight = (wght: number) =>
    unpackedOnce(font, `weight ${wght}`, () => {
      const subsetFont: SubsetFont = ownRequire()('subset-font');
      return inTurn(() => subsetFont(font, null, { ...options, variationAxes: { wght } }));
    });
  return Promise.all(WEIGHTS.map(ofWeight));
});

/** A WOFF2 file of one weight as a TrueType font. */
export const staticFont = kept(async (path: string): Promise<Buffer> => {
  const font = await readFile(path);
  return unpackedOnce(font, 'as it is', () => {
    const fontverter: { convert(font: Buffer, to: 'truetype'): Promise<Buffer> } = ownRequire()('fontverter');
    return inTurn(() => fontverter.convert(font, 'truetype'));
  });
});

export type Covers = (codePoint: number) => boolean;

/** The subsets that a font package is cut into, by the names in its file names, each with the characters it holds. */
export const subsetsOf = kept(async (packageName: string): Promise<ReadonlyMap<string, Covers>> => {
  const listed: Readonly<Record<string, string>> = JSON.parse(
    await readFile(join(folderOf(packageName), 'unicode.json'), 'utf8'),
  );
  // Numbered subsets are written `[12]` here and `12` in the names of files.
  return new Map(Object.entries(listed).map(([name, ranges]) => [name.replaceAll(/[[\]]/g, ''), covering(ranges)]));
});

/** @param list as in CSS: `U+0460-052F,U+20B4`. */
function covering(list: string): Covers {
  const ranges = list.split(',').map((range) => {
    const [from = '', to = from] = range.trim().slice('U+'.length).split('-');
    return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
  });
  return (codePoint) => ranges.some(({ from, to }) => from <= codePoint && codePoint <= to);
}

export function folderOf(packageName: string): string {
  return dirname(ownRequire().resolve(`${packageName}/package.json`));
}
