import { isBlank, type RichText, type TextKind } from '@duet/domain';

/**
 * What all sources are read into: a flat list in reading order, because a meeting is one. Nesting of lists is the
 * number `indent`. The recognisers know nothing else, so Markdown, HTML and plain text share all of them.
 */
export type OutlineNode = OutlineHeading | OutlineText | OutlineTable;

export interface OutlineHeading {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly text: RichText;
}

export interface OutlineText {
  readonly kind: Exclude<TextKind, 'heading'>;
  /** 0 at the margin; a paragraph that belongs to a list item is one deeper than the item. */
  readonly indent: number;
  readonly checked: boolean;
  /** Lines within it are parted by `\n`. */
  readonly text: RichText;
}

interface OutlineTable {
  readonly kind: 'table';
  /** The first row holds the column names, where there are any. */
  readonly rows: readonly (readonly RichText[])[];
}

/** A table of one column is a frame around prose. */
export function withoutFrames(nodes: readonly OutlineNode[]): readonly OutlineNode[] {
  return nodes.flatMap((node): readonly OutlineNode[] => {
    if (node.kind !== 'table' || node.rows.some((row) => row.length > 1)) return [node];
    const cells = node.rows.flat().filter((cell) => !isBlank(cell));
    return cells.map((text) => ({ kind: 'paragraph', indent: 0, checked: false, text }));
  });
}
