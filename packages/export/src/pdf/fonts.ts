import { join } from 'node:path';
import { folderOf, italicFonts, subsetsOf, uprightFonts, wholeFont } from './font-files.ts';

/**
 * The fonts of the PDF come with the program, so that it looks the same on every machine. They lie on disk as web
 * packages have them: variable, compressed and cut into subsets by Unicode range. Only the subsets that a text
 * needs are unpacked, so a meeting in English never touches the ten megabytes of Chinese.
 */
export interface Fonts {
  /** In the order in which a character is looked up. */
  readonly families: readonly string[];
  readonly files: readonly Buffer[];
}

interface Family {
  readonly name: string;
  readonly package: string;
  /** What the names of its files begin with. */
  readonly prefix: string;
}

const LATIN: Family = { name: 'Inter', package: '@fontsource-variable/inter', prefix: 'inter' };
const SCRIPTS: readonly Family[] = [
  { name: 'Noto Sans Arabic', package: '@fontsource-variable/noto-sans-arabic', prefix: 'noto-sans-arabic' },
  { name: 'Noto Sans Hebrew', package: '@fontsource-variable/noto-sans-hebrew', prefix: 'noto-sans-hebrew' },
  { name: 'Noto Sans SC', package: '@fontsource-variable/noto-sans-sc', prefix: 'noto-sans-sc' },
  { name: 'Noto Sans KR', package: '@fontsource-variable/noto-sans-kr', prefix: 'noto-sans-kr' },
];
const EMOJI = { name: 'Twemoji Mozilla', package: 'twemoji-colr-font', file: 'twemoji.woff2' };
const IS_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

/** The fonts for every character of `text` for which there is one. */
export async function fontsFor(text: string): Promise<Fonts> {
  // The page's own words are Latin.
  const open = new Set([...`A${text}`].map((character) => character.codePointAt(0) ?? 0));
  const families: string[] = [];
  const files: Promise<readonly Buffer[]>[] = [];
  const take = (name: string, taken: readonly Promise<readonly Buffer[]>[]): void => {
    if (taken.length === 0) return;
    families.push(name);
    files.push(...taken);
  };

  take(LATIN.name, await filesOf(LATIN, open));
  // Emoji come before the other scripts, whose fonts hold some of them in black and white.
  const emoji = [...open].filter((codePoint) => IS_EMOJI.test(String.fromCodePoint(codePoint)));
  for (const codePoint of emoji) open.delete(codePoint);
  if (emoji.length > 0) take(EMOJI.name, [wholeFont(join(folderOf(EMOJI.package), EMOJI.file))]);
  for (const family of SCRIPTS) take(family.name, await filesOf(family, open));
  return { families, files: (await Promise.all(files)).flat() };
}

/** The files of a family that hold characters of `open`; what they hold is taken out of it. */
async function filesOf(family: Family, open: Set<number>): Promise<readonly Promise<readonly Buffer[]>[]> {
  const folder = join(folderOf(family.package), 'files');
  const files: Promise<readonly Buffer[]>[] = [];
  for (const [subset, covers] of await subsetsOf(family.package)) {
    const held = [...open].filter(covers);
    if (held.length === 0) continue;
    for (const codePoint of held) open.delete(codePoint);
    files.push(uprightFonts(join(folder, `${family.prefix}-${subset}-wght-normal.woff2`)));
    if (family === LATIN) files.push(italicFonts(join(folder, `${family.prefix}-${subset}-wght-italic.woff2`)));
  }
  return files;
}
