import type { JsonMark, JsonNode } from '@duet/blocks';
import type * as Y from 'yjs';
import { bodyOf, meetingMapOf, peopleMapOf } from './layout.ts';
import { readXml } from './y-xml.ts';

/**
 * A SHA-256 in hexadecimal of what a document says (G15). Two replicas that show the same have the same, whatever
 * order their updates came in and however much of the past each has collected: it is taken of the content, not of the
 * encoded state. Elements count with their identity, so two that only look alike differ.
 * @returns null where the browser offers no hashing (pages that came without TLS).
 */
export async function contentHash(doc: Y.Doc): Promise<string | null> {
  const { subtle } = globalThis.crypto;
  if (subtle === undefined) return null;
  const bytes = new TextEncoder().encode(canonical(doc));
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(doc: Y.Doc): string {
  const content = [readXml(bodyOf(doc)).map(joined), meetingMapOf(doc).toJSON(), peopleMapOf(doc).toJSON()];
  return JSON.stringify(content, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
}

/** Marks that were set and taken back cut text into pieces on one replica and not on another. */
function joined(node: JsonNode): JsonNode {
  const content: JsonNode[] = [];
  for (const child of (node.content ?? []).map(joined)) {
    const last = content.at(-1);
    if (last?.text !== undefined && child.text !== undefined && marksOf(last.marks) === marksOf(child.marks)) {
      content[content.length - 1] = { ...last, text: last.text + child.text };
    } else content.push(child);
  }
  const marks = node.marks && [...node.marks].sort((a, b) => (a.type < b.type ? -1 : 1));
  return { ...node, ...(marks && { marks }), ...(node.content && { content }) };
}

function marksOf(marks: readonly JsonMark[] = []): string {
  return JSON.stringify(marks, (_key, value: unknown) => (isRecord(value) ? sorted(value) : value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The order in which keys were set is no content. */
function sorted(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
