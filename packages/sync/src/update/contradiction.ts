import { equalityDeep } from 'lib0/function';
import * as Y from 'yjs';

/**
 * Whether two structs that claim overlapping clocks of one client say different things there (G15).
 *
 * An id is written once: whoever repeats it must repeat its content. Deleted and collected content cannot be
 * compared and counts as equal, but a deleted item still tells what it was written after. Structs are cut differently by every replica, so only the overlap is compared.
 */
export function contradicts(a: Y.Item | Y.GC, b: Y.Item | Y.GC): boolean {
  if (!(a instanceof Y.Item) || !(b instanceof Y.Item)) return false;
  const from = Math.max(a.id.clock, b.id.clock);
  const to = Math.min(a.id.clock + a.length, b.id.clock + b.length);
  if (!Y.compareIDs(originAt(a, from), originAt(b, from))) return true;
  if (a.content instanceof Y.ContentDeleted || b.content instanceof Y.ContentDeleted) return false;
  return !sameContent(a.content, from - a.id.clock, b.content, from - b.id.clock, to - from);
}

/** Within an item every element was written after the one before it. */
function originAt(item: Y.Item, clock: number): Y.ID | null {
  return clock === item.id.clock ? item.origin : Y.createID(item.id.client, clock - 1);
}

function sameContent(
  a: Y.Item['content'],
  aFrom: number,
  b: Y.Item['content'],
  bFrom: number,
  length: number,
): boolean {
  if (a instanceof Y.ContentString && b instanceof Y.ContentString) {
    return sameText(a.str.slice(aFrom, aFrom + length), b.str.slice(bFrom, bFrom + length));
  }
  if (a instanceof Y.ContentAny && b instanceof Y.ContentAny) {
    return equalityDeep(a.arr.slice(aFrom, aFrom + length), b.arr.slice(bFrom, bFrom + length));
  }
  if (a instanceof Y.ContentJSON && b instanceof Y.ContentJSON) {
    return equalityDeep(a.arr.slice(aFrom, aFrom + length), b.arr.slice(bFrom, bFrom + length));
  }
  if (a instanceof Y.ContentType && b instanceof Y.ContentType) return typeName(a.type) === typeName(b.type);
  if (a instanceof Y.ContentFormat && b instanceof Y.ContentFormat) {
    return a.key === b.key && equalityDeep(a.value, b.value);
  }
  if (a instanceof Y.ContentEmbed && b instanceof Y.ContentEmbed) return equalityDeep(a.embed, b.embed);
  if (a instanceof Y.ContentBinary && b instanceof Y.ContentBinary) return equalityDeep(a.content, b.content);
  return a instanceof Y.ContentDoc && b instanceof Y.ContentDoc && a.doc.guid === b.doc.guid;
}

/** Yjs writes U+FFFD where a replica cut a surrogate pair in two: it stands for any code unit. */
function sameText(a: string, b: string): boolean {
  if (a === b) return true;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && a[i] !== '\uFFFD' && b[i] !== '\uFFFD') return false;
  }
  return true;
}

function typeName(type: Y.AbstractType<unknown>): string {
  return type instanceof Y.XmlElement ? `${type.constructor.name} ${type.nodeName}` : type.constructor.name;
}
