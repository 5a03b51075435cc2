interface ColumnHeadersProps {
  readonly names: readonly string[];
}

/** The header row of a table. */
export function ColumnHeaders({ names }: ColumnHeadersProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table of elements would not survive the grid that places the cells.
    // biome-ignore lint/a11y/useFocusableInteractive: a header row is not interactive.
    <div className="grid-row grid-row--head" role="row">
      {names.map((name, index) => (
        // biome-ignore lint/a11y/useSemanticElements: as above.
        // biome-ignore lint/a11y/useFocusableInteractive: as above.
        <span key={name} className="grid-head" role="columnheader" aria-colindex={index + 1}>
          {name}
        </span>
      ))}
    </div>
  );
}
