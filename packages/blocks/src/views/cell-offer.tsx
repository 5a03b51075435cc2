import { GridCell } from './grid-cell.tsx';
import type { BlockHandle, CellState } from './look.ts';
import { useRoom } from './room.ts';

interface CellOfferProps {
  readonly cell: string;
  readonly state: CellState | undefined;
  readonly words: string;
  readonly block: BlockHandle;
}

/** Stands where a cell is missing (a merge or another client left it out) and makes it when asked. */
export function CellOffer({ cell, state, words, block }: CellOfferProps) {
  const { editable } = useRoom();
  if (state !== undefined || !editable) return null;
  return (
    <button
      type="button"
      className="quiet quiet--empty"
      onClick={() => block.enter(cell)}
      onFocus={() => block.enter(cell)}
    >
      {words}
    </button>
  );
}

/** The same in a table, where a cell is never left out: readers of tables count them. */
export function MissingCell({ column, ...offer }: CellOfferProps & { readonly column: number }) {
  if (offer.state !== undefined) return null;
  return (
    <GridCell column={column}>
      <CellOffer {...offer} />
    </GridCell>
  );
}
