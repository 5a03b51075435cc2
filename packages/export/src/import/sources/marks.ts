import { safeHref, type TextRun } from '@duet/domain';

export type Marks = Omit<TextRun, 'text'>;

export const NO_MARKS: Marks = {};

const MARK_OF_TAG: Readonly<Record<string, keyof Omit<Marks, 'link'>>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
  strike: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};

/** Marks said by a style. Google Docs wraps a whole document in a `<b>` that says it isn't bold. */
const STYLES: readonly (readonly [RegExp, keyof Omit<Marks, 'link'>, boolean])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'bold', true],
  [/font-weight:\s*(?:normal|[1-5]00)/i, 'bold', false],
  [/font-style:\s*italic/i, 'italic', true],
  [/font-style:\s*normal/i, 'italic', false],
  [/text-decoration[a-z-]*:[^;]{0,40}line-through/i, 'strike', true],
];

/** The marks inside an element: those around it, and what its name, its style and its address say. */
export function marksInside(around: Marks, tag: string, attributes: Readonly<Record<string, string>>): Marks {
  const said: { -readonly [Mark in keyof Marks]?: Marks[Mark] } = { ...around };
  const named = Object.hasOwn(MARK_OF_TAG, tag) ? MARK_OF_TAG[tag] : undefined;
  if (named) said[named] = true;
  for (const [pattern, mark, on] of attributes.style ? STYLES : []) {
    if (!pattern.test(attributes.style ?? '')) continue;
    if (on) said[mark] = true;
    else delete said[mark];
  }
  const link = tag === 'a' && attributes.href !== undefined ? safeLink(attributes.href) : null;
  if (link !== null) said.link = link;
  return said;
}

/** An address that may be followed, out of the redirect that Google Docs puts around it; else null. */
export function safeLink(href: string): string | null {
  const safe = safeHref(href.trim());
  if (safe === null) return null;
  const url = new URL(safe);
  const target =
    /^(?:www\.)?google\.com$/.test(url.hostname) && url.pathname === '/url' ? url.searchParams.get('q') : null;
  return target === null ? safe : (safeHref(target) ?? safe);
}
