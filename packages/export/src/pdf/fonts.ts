import { join } from 'node:path';
import { folderOf, staticFont, subsetsOf, variableFont, WEIGHTS } from './font-files.ts';
import { renamedFont } from './renamed-font.ts';

/**
 * The fonts of the PDF come with the program, so that it looks the same on every machine. They lie on disk as web
 * packages have them: compressed and cut into subsets by Unicode range. Only the subsets that a text needs are
 * unpacked, so a meeting in English never touches the ten megabytes of Chinese.
 */
export interface Fonts {
  /** In the order in which a character is looked up. */
  readonly families: readonly string[];
  readonly files: readonly Buffer[];
}

interface Script {
  readonly package: string;
  /** What its subsets are called in a PDF, before their number. */
  readonly code: string;
  /** The fonts of a subset. `stem` is the path of its files up to the name of the subset. */
  load(stem: string): Promise<readonly Buffer[]>;
  /** What the names of its files begin with. */
  readonly prefix: string;
  /** Characters that it holds, but another script draws better. */
  readonly except?: RegExp;
}

/** Static files: there are few, and unpacking them is ten times as fast. */
const LATIN: Script = {
  package: '@fontsource/inter',
  prefix: 'inter',
  code: 'In',
  load: (stem) =>
    Promise.all(
      [...WEIGHTS.map((weight) => `${weight}-normal`), '400-italic'].map((style) =>
        staticFont(`${stem}-${style}.woff2`),
      ),
    ),
};
const NOTO = {
  load: (stem: string) => variableFont(`${stem}-wght-normal.woff2`),
};
const OTHERS: readonly Script[] = [
  { ...NOTO, package: '@fontsource-variable/noto-sans-arabic', prefix: 'noto-sans-arabic', code: 'Ar' },
  { ...NOTO, package: '@fontsource-variable/noto-sans-hebrew', prefix: 'noto-sans-hebrew', code: 'He' },
  {
    ...NOTO,
    package: '@fontsource-variable/noto-sans-sc',
    prefix: 'noto-sans-sc',
    code: 'Sc',
    except: /\p{Script=Hangul}/u,
  },
  { ...NOTO, package: '@fontsource-variable/noto-sans-kr', prefix: 'noto-sans-kr', code: 'Kr' },
];
const EMOJI = { family: 'Twemoji Mozilla', package: 'twemoji-colr-font', file: 'twemoji.woff2' };
const IS_EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
/** What every page has, whatever its text: the words that the template adds, digits, the dot of a list. */
const ALWAYS = 'Page 1 of 2 •';

/** The fonts for every character of `text` for which there is one. */
export async function fontsFor(text: string): Promise<Fonts> {
  const open = new Set([...ALWAYS, ...text].map((character) => character.codePointAt(0) ?? 0));
  const latin = await fontsOf(LATIN, open);
  // Emoji come before the other scripts, whose fonts hold some of them in black and white.
  const emoji = await emojiIn(open);
  const others: Fonts[] = [];
  for (const script of OTHERS) others.push(await fontsOf(script, open));
  const all = [latin, emoji, ...others];
  return { families: all.flatMap((fonts) => fonts.families), files: all.flatMap((fonts) => fonts.files) };
}

/** The subsets of a script that hold characters of `open`; what they hold is taken out of it. */
async function fontsOf(script: Script, open: Set<number>): Promise<Fonts> {
  const folder = join(folderOf(script.package), 'files');
  const leaves = (codePoint: number): boolean => script.except?.test(String.fromCodePoint(codePoint)) ?? false;
  const families: string[] = [];
  const files: Buffer[] = [];
  for (const [index, [subset, covers]] of [...(await subsetsOf(script.package))].entries()) {
    const held = [...open].filter((codePoint) => covers(codePoint) && !leaves(codePoint));
    if (held.length === 0) continue;
    for (const codePoint of held) open.delete(codePoint);
    const family = `${script.code}${index}`;
    const fonts = await script.load(join(folder, `${script.prefix}-${subset}`));
    families.push(family);
    files.push(...fonts.map((font) => renamedFont(font, family)));
  }
  return { families, files };
}

async function emojiIn(open: Set<number>): Promise<Fonts> {
  const found = [...open].filter((codePoint) => IS_EMOJI.test(String.fromCodePoint(codePoint)));
  for (const codePoint of found) open.delete(codePoint);
  if (found.length === 0) return { families: [], files: [] };
  // Whole: what cuts fonts down would drop the layers that make emoji colourful.
  return { families: [EMOJI.family], files: [await staticFont(join(folderOf(EMOJI.package), EMOJI.file))] };
}
