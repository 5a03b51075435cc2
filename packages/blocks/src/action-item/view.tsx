import { ACTION_STATES, type ActionItem, type ActionState, countOfDays, dayInWords, lateDays } from '@duet/domain';
import { Check, ShieldAlert } from 'lucide-react';
import { CarriedNote } from '../views/carried-note.tsx';
import { DateChip } from '../views/date-chip.tsx';
import { GridCell, SubLine } from '../views/grid-cell.tsx';
import { LinkChip } from '../views/link-chip.tsx';
import type { BlockHandle, BlockLook, ControlsProps } from '../views/look.ts';
import { OptionList } from '../views/option-list.tsx';
import { OwnerChip } from '../views/owner-chip.tsx';
import { ChipPopover } from '../views/popover.tsx';
import { useRoom } from '../views/room.ts';
import { actionItem } from './model.ts';

const WORDS: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

function Controls({ attrs, around, block }: ControlsProps) {
  const action: ActionItem = actionItem.read({ type: 'actionItem', attrs }, () => '');
  const { today } = useRoom();
  const late = lateDays(action, today);
  return (
    <>
      <GridCell column={1}>
        <DoneBox action={action} block={block} />
      </GridCell>
      <CarriedNote entry={action} className="col-2 grid-row__sub" />
      {around.origin !== undefined && (
        <SubLine column={2}>
          <LinkChip
            to={around.origin}
            words={`${around.originStanding === 'closed' ? 'Risk closed' : 'Mitigates'}: ${around.originTitle}`}
            icon={ShieldAlert}
            block={block}
          />
        </SubLine>
      )}
      <GridCell column={3}>
        <OwnerChip
          owner={action.owner}
          label="Owner of this action"
          nobody="Owner"
          asks={false}
          clear={{ words: 'No owner' }}
          onChoose={(owner) => block.set({ owner })}
        />
      </GridCell>
      <GridCell column={4}>
        <DateChip
          value={action.due}
          label="Due date"
          words={action.due === null ? '' : dayInWords(action.due, today)}
          empty="Set date"
          className={late > 0 ? 'due--late' : ''}
          onChoose={(due) => block.set({ due })}
        />
        {late > 0 && <span className="sub-late due--late">{countOfDays(late)} late</span>}
      </GridCell>
      <GridCell column={5}>
        <StatusWord action={action} block={block} />
      </GridCell>
    </>
  );
}

interface PartProps {
  readonly action: ActionItem;
  readonly block: BlockHandle;
}

function DoneBox({ action, block }: PartProps) {
  const { editable } = useRoom();
  const done = action.status === 'done';
  return (
    // biome-ignore lint/a11y/useSemanticElements: the box is drawn; an input would bring its own.
    <button
      type="button"
      className={`check${done ? ' is-on' : ''}`}
      role="checkbox"
      aria-checked={done}
      aria-label="Done"
      disabled={!editable}
      onClick={() => block.set({ status: done ? 'open' : 'done' })}
    >
      <Check className="icon" aria-hidden="true" />
    </button>
  );
}

function StatusWord({ action, block }: PartProps) {
  return (
    <ChipPopover
      label={`Status of this action: ${WORDS[action.status]}`}
      className="quiet"
      chip={WORDS[action.status]}
      width={200}
    >
      {(close) => (
        <OptionList
          label="Status of this action"
          options={ACTION_STATES.map((status, index) => ({
            key: status,
            words: WORDS[status],
            chosen: status === action.status,
            digit: index + 1,
          }))}
          onChoose={(status) => {
            close();
            block.set({ status });
          }}
        />
      )}
    </ChipPopover>
  );
}

export const actionItemLook: BlockLook = {
  kind: 'block',
  className: 'grid-row grid-row--action',
  content: { tag: 'div', className: 'grid-cell col-2 lead' },
  paint: ({ dom, content }, attrs) => {
    const { status } = actionItem.read({ type: 'actionItem', attrs }, () => '');
    dom.setAttribute('role', 'row');
    dom.classList.toggle('is-done-row', status === 'done' || status === 'dropped');
    content.setAttribute('role', 'cell');
    content.setAttribute('aria-colindex', '2');
    content.dataset.placeholder = 'What is to be done';
  },
  After: Controls,
};
