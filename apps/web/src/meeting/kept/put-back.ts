import { endOfSection, insertBlocks } from '@duet/document';
import { make, newId, plain, plainText } from '@duet/domain';
import type * as Y from 'yjs';
import type { KeptText } from '../../api/types.ts';

/**
 * Writes the words again, a paragraph a line, at the end of the section that they stood in; of the document when
 * there is no such section any more. An edit like any other: it travels, and history has it. @returns its block's id.
 */
export function putBack(doc: Y.Doc, { place, text }: Pick<KeptText, 'place' | 'text'>): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const blocks = lines.map((line) => make.textBlock({ id: newId(), text: plain(line) }));
  insertBlocks(
    doc,
    blocks,
    endOfSection(doc, ({ title }) => plainText(title) === place),
  );
  return blocks[0]?.id ?? '';
}
