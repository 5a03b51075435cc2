import { ACTION_WORDS, type ActionState, actionFrom, isEscalated, isUnowned, type RiskRow } from '@duet/domain';
import { SquareCheck } from 'lucide-react';
import { actionItem } from '../action-item/model.ts';
import { CarriedNote } from '../views/carried-note.tsx';
import { MissingCell } from '../views/cell-offer.tsx';
import { ColumnHeaders } from '../views/column-headers.tsx';
import { GridCell, SubLine } from '../views/grid-cell.tsx';
import { LevelChip } from '../views/level-chip.tsx';
import { LinkChip } from '../views/link-chip.tsx';
import type { BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { OwnerChip } from '../views/owner-chip.tsx';
import { useRoom } from '../views/room.ts';
import { rowPaint, TableFoot, tableFrame } from '../views/table-parts.tsx';
import { TableViews } from '../views/table-views.tsx';
import { riskRow } from './model.ts';

function RowControls({ attrs, cells, around, block }: ControlsProps) {
  const row: RiskRow = riskRow.read({ type: riskRow.name, attrs }, () => '');
  const unowned = row.state === 'open' && isUnowned(row);
  return (
    <>
      <MissingCell cell="riskText" state={cells.riskText} words="Risk" column={1} block={block} />
      <span className="col-1 grid-row__sub">
        {unowned && cells.riskText === 'filled' && (
          <span className="sub">
            {isEscalated(row) ? `Escalated to @${row.escalatedTo}` : 'Escalates if still unowned'}
          </span>
        )}
        {row.state === 'closed' && <span className="sub">Closed</span>}
        <CarriedNote entry={row} />
      </span>
      <GridCell column={2} caption="Owner">
        <OwnerChip
          owner={row.owner}
          label="Owner of this risk"
          nobody="Unowned"
          asks
          clear={{ words: 'Leave unowned', end: 'Escalates' }}
          onChoose={(owner) => block.set({ owner })}
        />
      </GridCell>
      <GridCell column={3} caption="Likelihood">
        <LevelChip
          label="Likelihood"
          level={row.likelihood}
          note={row.likelihoodNote}
          onChange={(likelihood, likelihoodNote) => block.set({ likelihood, likelihoodNote })}
        />
      </GridCell>
      <GridCell column={4} caption="Impact">
        <LevelChip
          label="Impact"
          level={row.impact}
          note={row.impactNote}
          onChange={(impact, impactNote) => block.set({ impact, impactNote })}
        />
      </GridCell>
      <MissingCell cell="riskMitigation" state={cells.riskMitigation} words="Mitigation" column={5} block={block} />
      <MitigationStanding row={row} {...{ cells, around, block }} />
    </>
  );
}

type MitigationProps = Pick<ControlsProps, 'cells' | 'around' | 'block'> & { readonly row: RiskRow };

/** The action that a mitigation became and how it goes, or the offer to make one (M15). */
function MitigationStanding({ row, cells, around, block }: MitigationProps) {
  const { editable } = useRoom();
  const standing = ACTION_WORDS[around.actionStanding as ActionState] ?? ACTION_WORDS.open;
  const makeAction = (): void => {
    const json = block.json();
    if (json) block.add(actionItem.write(actionFrom(riskRow.read(json, ({ attrs }) => String(attrs?.id ?? '')))));
  };
  const hasAction = around.action !== undefined;
  const mayClose = editable && (row.state === 'closed' || around.actionStanding === 'done');
  if (!hasAction && !mayClose && !(editable && cells.riskMitigation === 'filled')) return null;
  return (
    <SubLine column={5}>
      <LinkChip
        to={around.action}
        words={`Action: ${standing.toLowerCase()}`}
        icon={SquareCheck}
        title={typeof around.actionTitle === 'string' ? around.actionTitle : undefined}
        block={block}
      />
      {!hasAction && editable && cells.riskMitigation === 'filled' && (
        <button type="button" className="ref ref--offer" onClick={makeAction}>
          <SquareCheck className="icon" aria-hidden="true" />
          Add as action
        </button>
      )}
      {mayClose && (
        <button
          type="button"
          className="sub__do"
          onClick={() => block.set({ state: row.state === 'closed' ? null : 'closed' })}
        >
          {row.state === 'closed' ? 'Open again' : 'Close the risk'}
        </button>
      )}
    </SubLine>
  );
}

export const riskTableLook: BlockLook = {
  ...tableFrame('Risks'),
  className: 'grid-table grid-table--risk',
  Above: (props) => <TableViews {...props} order="Worst first" />,
  Before: () => <ColumnHeaders names={['Risk', 'Owner', 'Likelihood', 'Impact', 'Mitigation']} />,
  After: ({ around, block }) => (
    <TableFoot
      rows={Number(around.rows ?? 0)}
      block={block}
      noun="Risk"
      empty={{
        title: 'No risks yet',
        text: 'What could still derail the work? One line is enough. Give it an owner before you leave.',
        button: 'Add risk',
      }}
    />
  ),
};

export const riskRowLook: BlockLook = {
  kind: 'block',
  className: 'grid-row grid-row--risk',
  content: { tag: 'div', className: 'grid-row__cells' },
  paint: (frame, attrs, around) => {
    rowPaint(frame, attrs, around);
    frame.dom.classList.toggle('is-done-row', attrs.state === 'closed');
  },
  After: RowControls,
};

export const riskCells = {
  riskText: { kind: 'cell', className: 'grid-cell col-1 lead', role: 'cell', column: 1, placeholder: 'Risk' },
  riskMitigation: { kind: 'cell', className: 'grid-cell col-5', role: 'cell', column: 5, placeholder: 'Mitigation' },
} satisfies Record<string, CellLook>;
