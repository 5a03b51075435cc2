import * as Y from 'yjs';
import type { ClockRange, DecodedUpdate } from '../update/decode-update.ts';

/**
 * Whether an update that is about to be applied deletes at most characters and marks that `doc` already holds, and so
 * takes away only what it names. Anything else may bury more, or name what was buried: an element takes along what
 * others typed in it, and a client that heard of that names the buried text as deleted, though nobody meant it (G12).
 * Text that comes in the same turn may be such text, so its names do not count as plain.
 */
export function deletesOnlyPlain(doc: Y.Doc, { deletes }: DecodedUpdate): boolean {
  for (const [client, ranges] of deletes) {
    for (const range of ranges) if (!isPlain(doc.store, client, range)) return false;
  }
  return true;
}

function isPlain(store: Y.Doc['store'], client: number, { clock, len }: ClockRange): boolean {
  const end = clock + len;
  if (end > Y.getState(store, client)) return false;
  const structs = store.clients.get(client) ?? [];
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (!struct || struct.id.clock >= end) break;
    if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) return false;
  }
  return true;
}
