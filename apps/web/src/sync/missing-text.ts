import * as Y from 'yjs';

/**
 * The text that `update` holds and `taken` lacks: what somebody wrote and the server did not take. One line for each
 * run of characters that were typed together, in the order of typing.
 */
export function missingText(update: Uint8Array, taken: Y.Doc): string {
  const missing = Y.decodeUpdate(Y.diffUpdate(update, Y.encodeStateVector(taken)));
  const runs = missing.structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? [struct.content.str] : [],
  );
  return runs
    .map((run) => run.trim())
    .filter((run) => run !== '')
    .join('\n');
}
