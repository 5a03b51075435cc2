import { type Block, type IsoDate, isBlank, plainText, type RichText } from '@duet/domain';
import type { PhrasingContent } from 'mdast';
import { decodeAttribute, wellFormed } from './html.ts';

/**
 * What an entry needs to know of the rest to be written. Blocks name each other by id (a decision the one it replaces, a
 * risk the constraint it came from). In Markdown that is a link to an anchor, and only what is linked to has one: ids that
 * nobody asks for would only be noise.
 */
export interface Around {
  isTarget(id: string): boolean;
  titleOf(id: string): string | null;
  /** What counts as late depends on it; null says nothing of it. */
  readonly today: IsoDate | null;
}

type Entry = { readonly id: string };

export function aroundOf(blocks: readonly Block[], today: IsoDate | null): Around {
  const entries = blocks.flatMap((block): readonly Entry[] => ('rows' in block ? block.rows : [block]));
  const targets = new Set(
    entries.flatMap((entry) =>
      Object.entries(entry).flatMap(([name, value]) => (LINKING.has(name) && typeof value === 'string' ? [value] : [])),
    ),
  );
  const titles = new Map(entries.map((entry) => [entry.id, titleOf(entry)]));
  return { isTarget: (id) => targets.has(id), titleOf: (id) => titles.get(id) ?? null, today };
}

/** The attributes whose value is the id of another block or row. */
export const LINKING: ReadonlySet<string> = new Set(['origin', 'supersedes', 'supersededBy', 'about']);
const TITLES = ['title', 'feature', 'risk', 'statement', 'action', 'question', 'text'];
const LONGEST_TITLE = 60;

function titleOf(entry: Entry): string | null {
  const values: Readonly<Record<string, unknown>> = { ...entry };
  const texts = TITLES.flatMap((name) => (Array.isArray(values[name]) ? [values[name] as RichText] : []));
  const text = texts.find((candidate) => !isBlank(candidate));
  if (text === undefined) return null;
  const line = plainText(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_TITLE ? `${[...line].slice(0, LONGEST_TITLE).join('')}…` : line;
}

/** The anchor of a block, if anything links to it. */
export function writeAnchor(id: string, links: Around): PhrasingContent[] {
  return links.isTarget(id)
    ? [
        { type: 'html', value: `<a id="${encode(id)}">` },
        { type: 'html', value: '</a>' },
      ]
    : [];
}

/** The id that an anchor among these nodes gives to its block. */
export function readAnchor(nodes: readonly PhrasingContent[]): string | null {
  for (const node of nodes) {
    const id = node.type === 'html' && /^<a\s/i.test(node.value) ? decodeAttribute(node.value, 'id') : null;
    if (id) return decode(id);
  }
  return null;
}

export function writeLink(id: string, links: Around): PhrasingContent[] {
  return [{ type: 'link', url: `#${encode(id)}`, children: [{ type: 'text', value: links.titleOf(id) ?? 'earlier' }] }];
}

export function readLink(nodes: readonly PhrasingContent[]): string | null {
  const link = nodes.find((node) => node.type === 'link');
  return link?.type === 'link' && link.url.startsWith('#') ? decode(link.url.slice(1)) : null;
}

function encode(id: string): string {
  return encodeURIComponent(wellFormed(id)).replaceAll(/[()'*!~]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}

/** Somebody's own link may hold anything. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
