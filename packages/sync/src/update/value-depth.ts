import * as Y from 'yjs';

/** Whether a plain value inside an item (an attribute, a mark, an embed) nests deeper than `limit` objects and arrays. */
export function nestsDeeper(content: Y.Item['content'], limit: number): boolean {
  return plainValues(content).some((value) => valueDeeper(value, limit));
}

function plainValues(content: Y.Item['content']): readonly unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr;
  if (content instanceof Y.ContentFormat) return [content.value];
  if (content instanceof Y.ContentEmbed) return [content.embed];
  return [];
}

/** Breadth by breadth, so that the check itself needs no stack. */
function valueDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null && !(entry instanceof Uint8Array) ? Object.values(entry) : [],
    );
    if (depth >= limit && level.length > 0) return true;
  }
  return false;
}
