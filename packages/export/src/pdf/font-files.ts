import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kept } from './kept.ts';
import { ownRequire } from './own-require.ts';

const REGULAR = 400;
const SEMIBOLD = 600;

type SubsetFont = (
  font: Buffer,
  text: null,
  options: { targetFormat: 'truetype'; keepAllGlyphs: true; variationAxes: { wght: number } },
) => Promise<Buffer>;

/** A variable WOFF2 file as static TrueType fonts, at the weights that the pages use. */
export const uprightFonts = kept((path: string) => staticFonts(path, [REGULAR, SEMIBOLD]));
export const italicFonts = kept((path: string) => staticFonts(path, [REGULAR]));

async function staticFonts(path: string, weights: readonly number[]): Promise<readonly Buffer[]> {
  const subsetFont: SubsetFont = ownRequire()('subset-font');
  const font = await readFile(path);
  const options = { targetFormat: 'truetype', keepAllGlyphs: true } as const;
  return Promise.all(weights.map((wght) => subsetFont(font, null, { ...options, variationAxes: { wght } })));
}

/** A WOFF2 file as it is, in TrueType. What cuts fonts down would drop the layers that make emoji colourful. */
export const wholeFont = kept(async (path: string): Promise<readonly Buffer[]> => {
  const fontverter: { convert(font: Buffer, to: 'truetype'): Promise<Buffer> } = ownRequire()('fontverter');
  return [await fontverter.convert(await readFile(path), 'truetype')];
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
