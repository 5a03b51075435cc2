import * as Y from 'yjs';

/**
 * What people type: Han letters, each of them once in a story. One letter is the whole of a word, so no split, undo or
 * deletion can cut it in two, and wherever it turns up, its author is known.
 */
const FIRST = 0x4e00;
const PER_PERSON = 2000;
const LETTER = /[\u4e00-\u9fff]/g;

export function letterOf(person: number, count: number): string {
  if (count >= PER_PERSON) throw new Error('a person ran out of letters');
  return String.fromCodePoint(FIRST + person * PER_PERSON + count);
}

export function personOf(letter: string): number {
  return Math.floor(((letter.codePointAt(0) ?? 0) - FIRST) / PER_PERSON);
}

export function lettersIn(text: string): readonly string[] {
  return text.match(LETTER) ?? [];
}

/** The letters that an update or a snapshot brings, also those that it deletes again. */
export function lettersInUpdate(update: Uint8Array): readonly string[] {
  return Y.decodeUpdate(update).structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString ? lettersIn(struct.content.str) : [],
  );
}

/** Each letter that can be seen, and the Yjs ids of its copies, in the order of the document. */
export type Standing = ReadonlyMap<string, readonly string[]>;

export function lettersStanding(root: Y.XmlFragment): Standing {
  const standing = new Map<string, string[]>();
  collect(root, standing);
  return standing;
}

function collect(type: Y.XmlFragment | Y.XmlText, standing: Map<string, string[]>): void {
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue;
    const { content } = item;
    if (content instanceof Y.ContentString) {
      for (const { 0: letter, index } of content.str.matchAll(LETTER)) {
        standing.set(letter, [...(standing.get(letter) ?? []), `${item.id.client}:${item.id.clock + index}`]);
      }
    } else if (content instanceof Y.ContentType) {
      const { type: child } = content;
      if (child instanceof Y.XmlFragment || child instanceof Y.XmlText) collect(child, standing);
    }
  }
}
