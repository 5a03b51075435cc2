import { canonicalText, type RichText, type TextRun } from '@duet/domain';
import type { Budget } from '../limits.ts';
import { type Marks, marksInside, NO_MARKS, safeLink } from './marks.ts';

/** Longer addresses and titles are no links: it bounds how far the reader looks ahead. */
const LONGEST_ADDRESS = 2_000;
const LONGEST_LINK_TEXT = 1_000;

const SIGNS: Readonly<Record<string, string>> = {
  white_check_mark: '✅',
  heavy_check_mark: '✔',
  rocket: '🚀',
  green_circle: '🟢',
  large_green_circle: '🟢',
  yellow_circle: '🟡',
  large_yellow_circle: '🟡',
  orange_circle: '🟠',
  large_orange_circle: '🟠',
  red_circle: '🔴',
  construction: '🚧',
  no_entry: '⛔',
  white_circle: '⚪',
  warning: '⚠️',
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * What may stand at a place in a line, in the order of precedence; `y` matches there and nowhere else, and every
 * repetition is bounded, so that a text costs a constant for each of its letters.
 */
const TOKEN = new RegExp(
  [
    String.raw`(?<escape>\\(?<escaped>[!-/:-@[-\x60{-~]))`,
    String.raw`(?<hard>\\\n| {2,20}\n)`,
    String.raw`(?<ticks>\x60{1,8})`,
    '(?<comment><!--)',
    String.raw`<(?<auto>https?://[^\s<>]{1,${LONGEST_ADDRESS}}|mailto:[^\s<>]{1,200})>`,
    String.raw`<(?<close>/?)(?<tag>br|b|strong|i|em|u|s|del|ins|code|kbd|mark|sub|sup|span|font|a|small|p|div|img|time)(?=[\s/>])(?<attrs>[^<>]{0,500})>`,
    String.raw`(?<image>!)?(?<open>\[)`,
    String.raw`(?<bare>https?://[^\s<>()[\]"'*]{1,${LONGEST_ADDRESS}}[^\s<>()[\]"'*.,;:!?])`,
    String.raw`&(?:(?<entity>amp|lt|gt|quot|apos|nbsp)|#(?<code>\d{1,6})|#x(?<hex>[\da-f]{1,5}));`,
    ':(?<sign>[a-z_]{3,22}):',
    String.raw`(?<marker>\*{1,3}|_{1,3}|~~|==)`,
    String.raw`(?<plain>(?:(?!https?://| {2,20}\n)[^\\\x60<![&:*_~=\n]){1,200}|[\s\S])`,
  ].join('|'),
  'iuy',
);

/** Where `[label][name]` and `[name]` lead. */
export type Definitions = ReadonlyMap<string, string>;

/**
 * The text of a paragraph or cell of Markdown. A small reader instead of a CommonMark parser: what is imported is
 * untrusted, and the parser at hand needs half a minute for 60 KB of `]`. Marks that find no partner stay as typed.
 */
export function readInline(source: string, definitions: Definitions, budget: Budget): RichText {
  const runs: TextRun[] = [];
  const openers: { marker: string; run: number }[] = [];
  const tags: Marks[] = [];
  const marks = (): Marks => tags.at(-1) ?? NO_MARKS;
  const token = new RegExp(TOKEN);
  for (let at = 0; at < source.length; ) {
    budget.step();
    token.lastIndex = at;
    const match = token.exec(source);
    const groups = match?.groups ?? {};
    let end = at + (match?.[0].length ?? 1);
    if (groups.escape) runs.push({ text: groups.escaped ?? '', ...marks() });
    else if (groups.hard) runs.push({ text: '\n' });
    else if (groups.ticks) {
      const code = codeSpan(source, at, groups.ticks);
      runs.push(code === null ? { text: groups.ticks, ...marks() } : { text: code.text, ...marks(), code: true });
      end = code?.end ?? end;
    } else if (groups.comment) {
      const close = source.indexOf('-->', end);
      end = close < 0 ? source.length : close + 3;
    } else if (groups.tag !== undefined) {
      const tag = groups.tag.toLowerCase();
      if (tag === 'br') runs.push({ text: '\n' });
      else if (groups.close) tags.pop();
      else if (tag !== 'img' && !groups.attrs?.endsWith('/'))
        tags.push(marksInside(marks(), tag, hrefIn(groups.attrs)));
    } else if (groups.auto || groups.bare) {
      const link = safeLink(groups.auto ?? groups.bare ?? '');
      runs.push({ text: groups.auto ?? groups.bare ?? '', ...marks(), ...(link !== null && { link }) });
    } else if (groups.open) {
      const link = linkAt(source, at + (groups.image ? 1 : 0), definitions);
      if (link === null) runs.push({ text: match?.[0] ?? '', ...marks() });
      else {
        for (const run of readInline(link.label, NO_DEFINITIONS, budget))
          runs.push({ ...run, ...marks(), ...(!groups.image && link.href !== null && { link: link.href }) });
        end = link.end;
      }
    } else if (groups.entity || groups.code || groups.hex)
      runs.push({ text: ENTITIES[groups.entity?.toLowerCase() ?? ''] ?? codePoint(groups), ...marks() });
    else if (groups.sign) runs.push({ text: SIGNS[groups.sign.toLowerCase()] ?? match?.[0] ?? '', ...marks() });
    else if (groups.marker)
      readMarker(groups.marker, source.charAt(at - 1), source.charAt(end), runs, openers, marks());
    else runs.push({ text: match?.[0] ?? source.charAt(at), ...marks() });
    at = end;
  }
  return canonicalText(runs);
}

/** Labels nest at most four deep ({@link linkAt}). */
const NO_DEFINITIONS: Definitions = new Map();

function hrefIn(attributes = ''): Readonly<Record<string, string>> {
  const href = /\bhref\s{0,3}=\s{0,3}["']([^"']{1,450})["']/i.exec(attributes)?.[1];
  return href === undefined ? {} : { href };
}

function codePoint({ code, hex }: Readonly<Record<string, string | undefined>>): string {
  const point = code ? Number(code) : Number.parseInt(hex ?? '', 16);
  const legal = point > 31 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return legal ? String.fromCodePoint(point) : '\uFFFD';
}

function codeSpan(source: string, at: number, ticks: string): { text: string; end: number } | null {
  const from = at + ticks.length;
  const window = source.slice(from, from + LONGEST_LINK_TEXT);
  const close = window.indexOf(ticks);
  if (close < 0) return null;
  return { text: window.slice(0, close).replaceAll('\n', ' '), end: from + close + ticks.length };
}

/** `[label](address "title")`, `[label][name]` or `[name]` whose bracket opens at `at`. */
function linkAt(
  source: string,
  at: number,
  definitions: Definitions,
): { label: string; href: string | null; end: number } | null {
  let close = at + 1;
  for (let depth = 1; ; close++) {
    const letter = source[close];
    if (letter === undefined || close - at > LONGEST_LINK_TEXT) return null;
    if (letter === '\\') close++;
    else if (letter === '[') depth++;
    else if (letter === ']' && --depth === 0) break;
    if (depth > 4) return null;
  }
  const label = source.slice(at + 1, close);
  ADDRESS.lastIndex = close + 1;
  const direct = ADDRESS.exec(source);
  const to = direct?.groups?.angled ?? direct?.groups?.to;
  if (direct && to !== undefined) return { label, href: safeLink(to), end: ADDRESS.lastIndex };
  REFERENCE.lastIndex = close + 1;
  const reference = REFERENCE.exec(source);
  const named = definitions.get((reference?.groups?.name || label).toLowerCase());
  return named === undefined ? null : { label, href: safeLink(named), end: close + 1 + (reference?.[0].length ?? 0) };
}

const ADDRESS = new RegExp(
  String.raw`\(\s{0,5}(?:<(?<angled>[^<>\n]{0,${LONGEST_ADDRESS}})>|(?<to>(?:[^\s()]|\([^\s()]{0,200}\)){0,${LONGEST_ADDRESS}}))(?:\s{1,5}(?:"[^"]{0,300}"|'[^']{0,300}'))?\s{0,5}\)`,
  'uy',
);
const REFERENCE = /\[(?<name>[^[\]]{0,200})\]/uy;

const MARKS: Readonly<Record<string, Marks>> = {
  '*': { italic: true },
  _: { italic: true },
  '**': { bold: true },
  __: { bold: true },
  '***': { bold: true, italic: true },
  ___: { bold: true, italic: true },
  '~~': { strike: true },
  '==': {},
};

/** How many marks may be open at once; further ones are letters. */
const MOST_OPENERS = 16;

/** Closes the nearest opener with the same marker, else opens one; what can do neither is a letter. */
function readMarker(
  marker: string,
  before: string,
  after: string,
  runs: TextRun[],
  openers: { marker: string; run: number }[],
  around: Marks,
): void {
  const inWord = marker.startsWith('_') && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const opener = openers.findLastIndex((one) => one.marker === marker);
  if (opener >= 0 && !inWord && before !== '' && !/\s/.test(before)) {
    const from = openers[opener]?.run ?? runs.length;
    openers.length = opener;
    runs[from] = { text: '' };
    for (let index = from + 1; index < runs.length; index++) {
      const run = runs[index];
      if (run) runs[index] = { ...run, ...MARKS[marker] };
    }
    return;
  }
  if (!inWord && after !== '' && !/\s/.test(after) && openers.length < MOST_OPENERS)
    openers.push({ marker, run: runs.length });
  runs.push({ text: marker, ...around });
}
