import { cellOf, writeBlock } from '@duet/blocks';
import type { Attendee, Block, Meeting } from '@duet/domain';
import * as Y from 'yjs';
import { bodyOf, meetingMapOf, peopleMapOf } from './layout.ts';
import { findElement, writeXml } from './y-xml.ts';

/** Fields of the meeting that are plain values, the last writer wins. */
export function setDetails(doc: Y.Doc, details: Partial<Pick<Meeting, 'title' | 'date' | 'durationMinutes'>>): void {
  const map = meetingMapOf(doc);
  doc.transact(() => {
    for (const [name, value] of Object.entries(details)) if (value !== undefined) map.set(name, value);
  });
}

/** Puts a person among those who joined (M2), or changes what is said of them. */
export function setPerson(doc: Y.Doc, { id, ...said }: Attendee): void {
  peopleMapOf(doc).set(id, said);
}

/** Appends blocks at the end, or at `index`. */
export function insertBlocks(doc: Y.Doc, blocks: readonly Block[], index = bodyOf(doc).length): void {
  bodyOf(doc).insert(
    index,
    blocks.map((block) => writeXml(writeBlock(block))),
  );
}

/**
 * Sets attributes of the element whose `id` is `id` (or whose Yjs identity it is, for one without), wherever it
 * stands. Null removes. @returns false when there is none.
 */
export function setAttributes(
  doc: Y.Doc,
  id: string,
  attrs: Readonly<Record<string, string | number | boolean | null>>,
): boolean {
  const element = findElement(bodyOf(doc), id);
  if (element === null) return false;
  doc.transact(() => {
    for (const [name, value] of Object.entries(attrs)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value as string);
    }
  });
  return true;
}

/**
 * Writes plain text at the end of one of an entry's texts, by its name in the model ("answer"), a space after what
 * stands there. @returns false when there is no such entry or text.
 */
export function appendToCell(doc: Y.Doc, id: string, field: string, words: string): boolean {
  const element = findElement(bodyOf(doc), id);
  const name = element === null ? undefined : cellOf(element.nodeName, field);
  if (element === null || name === undefined) return false;
  const cell = element.toArray().find((child) => child instanceof Y.XmlElement && child.nodeName === name);
  const text =
    cell instanceof Y.XmlElement ? cell.toArray().findLast((child) => child instanceof Y.XmlText) : undefined;
  doc.transact(() => {
    if (text instanceof Y.XmlText) text.insert(text.length, text.length === 0 ? words : ` ${words}`, {});
    else element.push([writeXml({ type: name, content: [{ type: 'text', text: words }] })]);
  });
  return true;
}
