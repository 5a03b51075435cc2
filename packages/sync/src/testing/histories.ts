import fc from 'fast-check';
import * as Y from 'yjs';

/** One random edit of a document with nested elements, text, marks, attributes and deletions. */
export const edit = fc.record({
  author: fc.nat(3),
  kind: fc.constantFrom('text', 'element', 'attribute', 'delete', 'format', 'map', 'sync'),
  at: fc.nat(1000),
  text: fc.string({ minLength: 1, maxLength: 4 }),
});
export type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function typesOf(root: Y.XmlFragment): (Y.XmlFragment | Y.XmlText)[] {
  const types: (Y.XmlFragment | Y.XmlText)[] = [root];
  for (const child of root.toArray()) {
    if (child instanceof Y.XmlText) types.push(child);
    else if (child instanceof Y.XmlElement) types.push(...typesOf(child));
  }
  return types;
}

function perform(doc: Y.Doc, { kind, at, text }: Edit): void {
  const types = typesOf(doc.getXmlFragment('body'));
  const type = types[at % types.length];
  if (!type) return;
  const index = type.length === 0 ? 0 : at % (type.length + 1);
  if (kind === 'map') doc.getMap('meeting').set(text, { at, list: [text] });
  else if (kind === 'delete') {
    if (type.length > 0) type.delete(at % type.length, 1);
  } else if (type instanceof Y.XmlText) {
    if (kind === 'format' && type.length > 0) type.format(0, type.length, { bold: at % 2 === 0 });
    else type.insert(index, text);
  } else if (kind === 'attribute' && type instanceof Y.XmlElement) type.setAttribute('k', text);
  else type.insert(index, [kind === 'text' ? new Y.XmlText(text) : new Y.XmlElement('row')]);
}

/**
 * Runs edits on several documents that sync now and then.
 * @param firstClient the client id of the first document; the others follow.
 * @returns every update, in the order it was made.
 */
export function history(edits: readonly Edit[], firstClient = 1): { updates: Uint8Array[]; docs: Y.Doc[] } {
  const docs = [0, 1, 2, 3].map((index) => Object.assign(new Y.Doc(), { clientID: firstClient + index }));
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin) => origin !== 'remote' && updates.push(update));
  for (const step of edits) {
    const doc = docs[step.author];
    const other = docs[(step.author + 1) % docs.length];
    if (!doc || !other) continue;
    if (step.kind === 'sync') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
    else perform(doc, step);
  }
  return { updates, docs };
}
