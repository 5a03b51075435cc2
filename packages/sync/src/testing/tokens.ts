import * as Y from 'yjs';

/** The words of a simulation: whose they are and their number, in brackets. Each is typed once. */
const word = /<\w+:\d+>/g;

/** The words in a text, as often as they stand there. */
export function wordsOf(text: string): string[] {
  return text.match(word) ?? [];
}

/** The words in a document, as often as they stand there. */
export function tokensIn(doc: Y.Doc): string[] {
  const rows = doc.getXmlFragment('body').toArray();
  return rows.flatMap((row) =>
    (row instanceof Y.XmlElement ? row.toArray() : []).flatMap((cell) => wordsOf(`${cell}`)),
  );
}

/** The words that an update or a snapshot adds, also those it deletes later. */
export function wordsIn(update: Uint8Array): string[] {
  const { structs } = Y.decodeUpdate(update);
  return structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? wordsOf(struct.content.str) : [],
  );
}
