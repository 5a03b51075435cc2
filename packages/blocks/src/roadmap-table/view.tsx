import {
  DATE_STATES,
  type DateState,
  isPromisedUnconfirmed,
  isStale,
  mayConfirmDate,
  type RoadmapRow,
  shortDay,
} from '@duet/domain';
import { CarriedNote } from '../views/carried-note.tsx';
import { MissingCell } from '../views/cell-offer.tsx';
import { ColumnHeaders } from '../views/column-headers.tsx';
import { DateChip } from '../views/date-chip.tsx';
import { GridCell, SubLine } from '../views/grid-cell.tsx';
import type { BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { useRoom } from '../views/room.ts';
import { StatusChip } from '../views/status-chip.tsx';
import { rowPaint, TableFoot, tableFrame } from '../views/table-parts.tsx';
import { FoldedRows, TableViews } from '../views/table-views.tsx';
import { roadmapRow } from './model.ts';

const DATE_STATE_WORDS: Readonly<Record<DateState, string>> = {
  proposed: 'Proposed',
  confirmed: 'Confirmed',
  promised: 'Promised',
};

function RowControls({ attrs, cells, block }: ControlsProps) {
  const row: RoadmapRow = roadmapRow.read({ type: roadmapRow.name, attrs }, () => '');
  const { editable } = useRoom();
  const asksCustomers = row.health === 'delayed' && row.progress !== 'shipped' && !row.customersTold;
  return (
    <>
      <MissingCell cell="roadmapFeature" state={cells.roadmapFeature} words="Feature" column={1} block={block} />
      {cells.roadmapFeature === 'filled' && <Freshness row={row} block={block} />}
      <GridCell column={2}>
        <StatusChip
          status={row}
          customersTold={row.customersTold}
          onChoose={({ progress, health }) => block.set({ progress, health })}
          onWhy={(words) => block.append('roadmapNotes', words)}
          onCustomersTold={(told) => block.set({ customersTold: told || null })}
        />
        {asksCustomers && editable && (
          <button type="button" className="sub sub--ask" onClick={() => block.set({ customersTold: true })}>
            Customers told?
          </button>
        )}
      </GridCell>
      <GridCell column={3}>
        <TargetDate row={row} onChange={block.set} />
      </GridCell>
      <MissingCell cell="roadmapNotes" state={cells.roadmapNotes} words="Note" column={4} block={block} />
      {row.overrideReason !== null && (
        <span className="sub col-4 grid-row__sub">
          {`Started without a cleared talk: ${row.overrideReason}${row.overrideBy === null ? '' : ` (${row.overrideBy})`}`}
        </span>
      )}
    </>
  );
}

/** A row that came from an earlier meeting and that nobody has touched since says so, and is confirmed in a click (M4). */
function Freshness({ row, block }: { readonly row: RoadmapRow; readonly block: ControlsProps['block'] }) {
  const { editable, date, today } = useRoom();
  if (!isStale(row, date)) return <CarriedNote entry={row} className="col-1 grid-row__sub" />;
  return (
    <SubLine column={1} className="sub--stale">
      {row.confirmedOn === null ? 'Unchanged since last time' : `Unchanged since ${shortDay(row.confirmedOn, today)}`}
      {editable && (
        <button type="button" className="sub__do" onClick={() => block.set({ confirmedOn: date ?? today })}>
          Still true
        </button>
      )}
    </SubLine>
  );
}

function TargetDate({ row, onChange }: { readonly row: RoadmapRow; readonly onChange: ControlsProps['block']['set'] }) {
  const { today, me } = useRoom();
  const alarming = isPromisedUnconfirmed(row);
  return (
    <>
      <DateChip
        value={row.targetDate}
        label="Target date"
        words={row.targetDate === null ? '' : shortDay(row.targetDate, today)}
        empty="Set date"
        className={alarming ? 'due--late' : ''}
        onChoose={(targetDate) => onChange({ targetDate })}
      >
        <div className="seg cal__states">
          {DATE_STATES.map((state) => {
            const allowed = state !== 'confirmed' || mayConfirmDate(me.side);
            return (
              <button
                key={state}
                type="button"
                aria-pressed={row.dateState === state}
                disabled={!allowed}
                title={allowed ? undefined : 'Engineering confirms a date.'}
                onClick={() => onChange({ dateState: row.dateState === state ? null : state })}
              >
                {DATE_STATE_WORDS[state]}
              </button>
            );
          })}
        </div>
      </DateChip>
      {row.dateState !== null && (
        <span className={`sub${alarming ? ' due--late' : ''}`}>
          {DATE_STATE_WORDS[row.dateState]}
          {alarming && <span className="sr">, not confirmed by engineering</span>}
        </span>
      )}
    </>
  );
}

export const roadmapTableLook: BlockLook = {
  ...tableFrame('Roadmap status'),
  className: 'grid-table grid-table--road',
  Above: (props) => <TableViews {...props} order="Off track first" folds="on track" />,
  Before: () => <ColumnHeaders names={['Feature', 'Status', 'Target date', 'Notes']} />,
  After: ({ around, block }) => (
    <>
      <FoldedRows around={around} block={block} folds="on track" />
      <TableFoot
        rows={Number(around.rows ?? 0)}
        block={block}
        noun="Feature"
        empty={{
          title: 'Nothing on the roadmap yet',
          text: 'One line for each item in progress. Say what is off track; the rest can be read.',
          button: 'Add feature',
        }}
      />
    </>
  ),
};

export const roadmapRowLook: BlockLook = {
  kind: 'block',
  className: 'grid-row grid-row--road',
  content: { tag: 'div', className: 'grid-row__cells' },
  paint: rowPaint,
  After: RowControls,
};

export const roadmapCells = {
  roadmapFeature: { kind: 'cell', className: 'grid-cell col-1 lead', role: 'cell', column: 1, placeholder: 'Feature' },
  roadmapNotes: { kind: 'cell', className: 'grid-cell col-4', role: 'cell', column: 4, placeholder: 'Note' },
} satisfies Record<string, CellLook>;
