import { joinLines, type RichText } from '@duet/domain';
import { trimText } from '../reading/slices.ts';

/** The blocks of a table cell as one text, a line each. */
export function joinCell(blocks: readonly RichText[]): RichText {
  return joinLines(blocks.map((block) => trimText(block)));
}
