import * as Y from 'yjs';

/** The body of a test document is one text in one paragraph, unless a test builds more. */
export function insertText(doc: Y.Doc, text: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(text)]);
  doc.getXmlFragment('body').insert(0, [paragraph]);
}

/** An update of a client that typed `text` into a fresh paragraph. The same arguments make the same bytes. */
export function typedBy(clientID: number, text: string): Uint8Array {
  const doc = Object.assign(new Y.Doc(), { clientID });
  insertText(doc, text);
  return Y.encodeStateAsUpdate(doc);
}

/** All text of the body, without tags. */
export function bodyText(doc: Y.Doc): string {
  return doc
    .getXmlFragment('body')
    .toString()
    .replaceAll(/<[^>]*>/g, '');
}

/** What `change` adds to a document, as an update. */
export function changeOf(doc: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const collect = (update: Uint8Array) => void updates.push(update);
  doc.on('update', collect);
  doc.transact(() => change(doc));
  doc.off('update', collect);
  return Y.mergeUpdates(updates);
}

/** A document of one client id, with what an update holds. */
export function replica(clientID: number, ...updates: Uint8Array[]): Y.Doc {
  const doc = Object.assign(new Y.Doc(), { clientID });
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
