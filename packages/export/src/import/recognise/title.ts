import { plainText } from '@duet/domain';
import type { OutlineNode } from '../outline.ts';
import { readSectionName } from './section-names.ts';

const LONGEST_TITLE = 120;

/**
 * The title of the meeting and the outline without it: the first heading that opens no section; in a text without
 * such headings the last short line before the first section (the first line where there is no section) that ends
 * like no sentence. `''` where there is none.
 */
export function findTitle(outline: readonly OutlineNode[]): { title: string; rest: readonly OutlineNode[] } {
  const firstSection = outline.findIndex((node) => node.kind === 'heading' && isSection(node));
  const before = firstSection < 0 ? outline : outline.slice(0, firstSection);
  const heading = before.findIndex((node) => node.kind === 'heading');
  const lines = firstSection < 0 ? before.slice(0, 1) : before;
  const at = heading >= 0 ? heading : lines.findLastIndex(looksLikeTitle);
  const node = outline[at];
  if (node === undefined || node.kind === 'table') return { title: '', rest: outline };
  const title = plainText(node.text).replaceAll(/\s+/g, ' ').trim();
  return title.length > LONGEST_TITLE
    ? { title: '', rest: outline }
    : { title, rest: outline.filter((one) => one !== node) };
}

function isSection(node: OutlineNode): boolean {
  return node.kind !== 'table' && readSectionName(plainText(node.text)) !== null;
}

function looksLikeTitle(node: OutlineNode): boolean {
  if (node.kind !== 'paragraph') return false;
  const text = plainText(node.text);
  return text.length <= 80 && !/[.:!?;,|]/.test(text) && /^\p{Lu}/u.test(text) && /\p{L}{3}/u.test(text);
}
