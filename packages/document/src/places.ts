import { readBlock } from '@duet/blocks';
import { make, newId, plain, plainText, type SectionHeading } from '@duet/domain';
import * as Y from 'yjs';
import { insertBlocks } from './edits.ts';
import { bodyOf } from './layout.ts';
import { uniqueIds } from './read.ts';
import { readElement } from './y-xml.ts';

/** An index here is one into the children of the body, as `insertBlocks` takes it. */
interface PlacedHeading {
  readonly index: number;
  readonly heading: SectionHeading;
}

/** The heading of the section around the child at `index`; null above the first one. */
export function headingAbove(doc: Y.Doc, index: number): SectionHeading | null {
  return headings(doc).findLast((placed) => placed.index < index)?.heading ?? null;
}

/** Where the next block of the first section that `isWanted` goes; the end of the document when there is none. */
export function endOfSection(doc: Y.Doc, isWanted: (heading: SectionHeading) => boolean): number {
  const all = headings(doc);
  const at = all.findIndex(({ heading }) => isWanted(heading));
  const next = at < 0 ? undefined : all[at + 1];
  return next?.index ?? bodyOf(doc).length;
}

/**
 * Writes a text, a paragraph a line, at the end of the section of that title; of the document when there is no such
 * section. @returns the id of its first block.
 */
export function appendText(doc: Y.Doc, sectionTitle: string, text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => make.textBlock({ id: newId(), text: plain(line) }));
  const end = endOfSection(doc, ({ title }) => plainText(title) === sectionTitle);
  insertBlocks(doc, blocks, end);
  return blocks[0]?.id ?? '';
}

function headings(doc: Y.Doc): readonly PlacedHeading[] {
  const identify = uniqueIds();
  return bodyOf(doc)
    .toArray()
    .flatMap((child, index): PlacedHeading[] => {
      if (!(child instanceof Y.XmlElement) || child.nodeName !== 'sectionHeading') return [];
      const heading = readBlock(readElement(child), identify);
      return heading.type === 'sectionHeading' ? [{ index, heading }] : [];
    });
}
