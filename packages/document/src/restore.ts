import * as Y from 'yjs';
import { setDetails } from './edits.ts';
import { bodyOf } from './layout.ts';
import { read } from './read.ts';

/**
 * Brings the content of `past`, an earlier state of the same document, back into `doc` as an edit on top of
 * everything since (G9). Clients merge it like any other edit; replacing the state instead would bring the newer one
 * back with the first client that reconnects.
 *
 * What stood then and still stands is kept, with everybody's carets in it: both states share the Yjs items of what
 * survived, and siblings never change places in Yjs. Who joined stays joined.
 */
export function restoreContent(doc: Y.Doc, past: Y.Doc): void {
  const { title, date, durationMinutes } = read(past);
  doc.transact(() => {
    setDetails(doc, { title, date, durationMinutes });
    restoreChildren(bodyOf(doc), bodyOf(past));
  });
}

type Parent = Y.XmlFragment | Y.XmlElement;
type Child = Y.XmlElement | Y.XmlText;

function restoreChildren(now: Parent, then: Parent): void {
  const wanted = childrenOf(then);
  const wantedIds = new Set(wanted.map(itemId));
  const standing = childrenOf(now);
  for (let index = standing.length - 1; index >= 0; index--) {
    const child = standing[index];
    if (child && !wantedIds.has(itemId(child))) now.delete(index, 1);
  }
  const kept = new Map(childrenOf(now).map((child) => [itemId(child), child]));
  for (const [index, child] of wanted.entries()) {
    const same = kept.get(itemId(child));
    if (same === undefined) now.insert(index, [child.clone()]);
    else if (same instanceof Y.XmlElement && child instanceof Y.XmlElement) restoreElement(same, child);
    else if (same instanceof Y.XmlText && child instanceof Y.XmlText) restoreText(same, child);
  }
}

function restoreElement(now: Y.XmlElement, then: Y.XmlElement): void {
  const wanted = then.getAttributes();
  const standing = now.getAttributes();
  for (const name of Object.keys(standing)) if (!(name in wanted)) now.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) {
    if (value !== undefined && JSON.stringify(standing[name]) !== JSON.stringify(value)) now.setAttribute(name, value);
  }
  restoreChildren(now, then);
}

function restoreText(now: Y.XmlText, then: Y.XmlText): void {
  const wanted = then.toDelta();
  if (JSON.stringify(now.toDelta()) === JSON.stringify(wanted)) return;
  now.delete(0, now.length);
  now.applyDelta(wanted, { sanitize: false });
}

const childrenOf = (parent: Parent): Child[] => parent.toArray() as Child[];

function itemId(child: Child): string {
  const id = child._item?.id;
  return id ? `${id.client}:${id.clock}` : '';
}
