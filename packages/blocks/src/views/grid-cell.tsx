import type { ReactNode } from 'react';

interface GridCellProps {
  /** 1-based. */
  readonly column: number;
  /** Above the content where the row is stacked, on a phone. */
  readonly caption?: string;
  readonly children: ReactNode;
}

/** A cell of a table that holds controls. Its place is its column, whatever the order in the document is. */
export function GridCell({ column, caption, children }: GridCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of elements would not survive the grid that places the cells.
    <div className={`grid-cell col-${column}`} role="cell" aria-colindex={column} data-caption={caption}>
      {children}
    </div>
  );
}

interface SubLineProps {
  /** 1-based. */
  readonly column: number;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A quiet line below the text of a column. It is a cell of its own, since a row may hold controls only in cells. */
export function SubLine({ column, className = '', children }: SubLineProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: like the cell above.
    <span className={`sub ${className} col-${column} grid-row__sub`} role="cell" aria-colindex={column}>
      {children}
    </span>
  );
}
