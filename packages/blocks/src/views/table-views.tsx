import type { BlockHandle, Surroundings } from './look.ts';

interface TableViewsProps {
  readonly around: Surroundings;
  readonly block: BlockHandle;
  /** What the order is called that is offered for this table: "Worst first". */
  readonly order: string;
  /** What may fold away: "on track". */
  readonly folds?: string;
}

const HINT = 'For you alone. The notes keep the order of the room.';

/** At the head of a table: another order of its rows and the fold, each offered where it would change what is seen. */
export function TableViews({
  around: { arranged, mayArrange, folded, mayFold },
  block,
  order,
  folds,
}: TableViewsProps) {
  const isArranged = arranged === true;
  const isFolded = Number(folded) > 0;
  const offersOrder = isArranged || mayArrange === true;
  const offersFold = folds !== undefined && (isFolded || Number(mayFold) > 0);
  if (!offersOrder && !offersFold) return null;
  return (
    <div className="table-views">
      {offersOrder && <ViewButton words={order} isOn={isArranged} onClick={() => block.arrange(!isArranged)} />}
      {offersFold && <ViewButton words={`Fold ${folds}`} isOn={isFolded} onClick={() => block.fold(isFolded)} />}
    </div>
  );
}

interface ViewButtonProps {
  readonly words: string;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function ViewButton({ words, isOn, onClick }: ViewButtonProps) {
  return (
    <button type="button" className="table-views__do" aria-pressed={isOn} title={HINT} onClick={onClick}>
      {words}
    </button>
  );
}

interface FoldedRowsProps extends Pick<TableViewsProps, 'around' | 'block'> {
  readonly folds: string;
}

/** Below the rows: how many are folded away, and the way to see them. */
export function FoldedRows({ around, block, folds }: FoldedRowsProps) {
  const count = Number(around.folded);
  if (!(count > 0)) return null;
  const words = `${count} ${count === 1 ? 'row' : 'rows'} ${folds}`;
  return (
    <p className="rows-folded">
      {words}, folded ·
      <button
        type="button"
        className="sub__do"
        aria-expanded={false}
        aria-label={`Show ${words}`}
        onClick={({ currentTarget }) => {
          // This button goes with the fold. The one that folds them again stands where the keyboard is looked for.
          const head = currentTarget.closest('.grid-table')?.querySelector<HTMLElement>('.table-views > :last-child');
          block.fold(true);
          head?.focus();
        }}
      >
        Show
      </button>
    </p>
  );
}
