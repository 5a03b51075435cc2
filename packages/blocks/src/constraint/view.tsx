import { type Constraint, daysBetween, decisionFrom, riskFrom, shortDay } from '@duet/domain';
import { CalendarRange, ShieldAlert, Signpost } from 'lucide-react';
import { useState } from 'react';
import { decision } from '../decision/model.ts';
import { riskRow } from '../risk-table/model.ts';
import { CellOffer } from '../views/cell-offer.tsx';
import { DatePicker } from '../views/date-picker.tsx';
import { windowInWords } from '../views/date-text.ts';
import { LinkChip } from '../views/link-chip.tsx';
import type { BlockHandle, BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { ChipPopover } from '../views/popover.tsx';
import { useRoom } from '../views/room.ts';
import { constraint } from './model.ts';

const ENDS = { from: 'From', to: 'To', horizon: 'Bites by' } as const;
type End = keyof typeof ENDS;

function Controls({ attrs, cells, around, block }: ControlsProps) {
  const said: Constraint = constraint.read({ type: 'constraint', attrs }, () => '');
  const { editable } = useRoom();
  const words = useWhen(said);
  return (
    <span className="constraint__end">
      <CellOffer cell="constraintStatement" state={cells.constraintStatement} words="Constraint" block={block} />
      <CellOffer cell="constraintDetail" state={cells.constraintDetail} words="Detail" block={block} />
      <LinkChip
        to={around.decision}
        words={around.decisionStanding === 'decided' ? 'Decision' : 'Pending decision'}
        icon={Signpost}
        block={block}
      />
      <LinkChip to={around.risk} words="Risk" icon={ShieldAlert} block={block} />
      {(words !== null || editable) && (
        <ChipPopover
          label={`When it holds: ${words ?? 'not said'}`}
          className={words === null ? 'ref ref--offer' : 'ref'}
          chip={
            <>
              <CalendarRange className="icon" aria-hidden="true" />
              {words ?? 'When?'}
            </>
          }
        >
          {() => <WhenForm said={said} block={block} />}
        </ChipPopover>
      )}
      {editable && <MakeOffers {...{ around, cells, block }} />}
    </span>
  );
}

/** What a constraint can become, in one step and linked to it (M13). */
function MakeOffers({ around, cells, block }: Pick<ControlsProps, 'around' | 'cells' | 'block'>) {
  if (cells.constraintStatement !== 'filled') return null;
  const said = (): Constraint | null => {
    const json = block.json();
    return json && constraint.read(json, ({ attrs }) => String(attrs?.id ?? ''));
  };
  return (
    <>
      {around.decision === undefined && (
        <button
          type="button"
          className="ref ref--offer"
          onClick={() => {
            const from = said();
            if (from) block.add(decision.write(decisionFrom(from)));
          }}
        >
          <Signpost className="icon" aria-hidden="true" />
          Put up for decision
        </button>
      )}
      {around.risk === undefined && (
        <button
          type="button"
          className="ref ref--offer"
          onClick={() => {
            const from = said();
            if (from) block.add(riskRow.write(riskFrom(from)));
          }}
        >
          <ShieldAlert className="icon" aria-hidden="true" />
          Add as risk
        </button>
      )}
    </>
  );
}

function useWhen({ from, to, horizon }: Constraint): string | null {
  const { today } = useRoom();
  const start = from ?? to;
  const window = start === null ? null : windowInWords(start, to ?? start, today);
  if (horizon === null) return window;
  const days = daysBetween(today, horizon);
  const left =
    days < 0 ? 'past' : days < 14 ? `${days} ${days === 1 ? 'day' : 'days'}` : `${Math.round(days / 7)} weeks`;
  const by = `by ${shortDay(horizon, today)} (${left})`;
  return window === null ? by : `${window}, ${by}`;
}

function WhenForm({ said, block }: { readonly said: Constraint; readonly block: BlockHandle }) {
  const [end, setEnd] = useState<End>(said.horizon !== null && said.from === null ? 'horizon' : 'from');
  return (
    <>
      <div className="seg cal__states">
        {(Object.keys(ENDS) as End[]).map((each) => (
          <button key={each} type="button" aria-pressed={each === end} onClick={() => setEnd(each)}>
            {ENDS[each]}
          </button>
        ))}
      </div>
      <DatePicker
        key={end}
        value={said[end]}
        label={ENDS[end]}
        onChoose={(day) => {
          block.set({ [end]: day });
          if (end === 'from' && day !== null) setEnd('to');
        }}
      />
    </>
  );
}

export const constraintLook: BlockLook = {
  kind: 'block',
  className: 'constraint',
  content: { tag: 'div', className: 'constraint__cells' },
  paint: ({ dom }) => {
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', 'Technical constraint');
  },
  After: Controls,
};

export const constraintCells = {
  constraintStatement: {
    kind: 'cell',
    className: 'constraint__statement',
    role: 'group',
    name: 'Constraint',
    placeholder: 'What has to be reckoned with',
  },
  constraintDetail: {
    kind: 'cell',
    className: 'constraint__detail',
    role: 'group',
    name: 'Detail',
    placeholder: 'What it means for the plan',
  },
  constraintTouches: {
    kind: 'cell',
    className: 'constraint__touches',
    role: 'group',
    caption: 'Touches',
    placeholder: 'What it touches',
  },
} satisfies Record<string, CellLook>;
