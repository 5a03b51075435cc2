import { DECISION_STATES, type Decision, shortDay, DECISION_WORDS as WORDS } from '@duet/domain';
import { Repeat } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { CarriedNote } from '../views/carried-note.tsx';
import { CellOffer } from '../views/cell-offer.tsx';
import type { OtherDecisionsProps } from '../views/decision-memory.tsx';
import { DecisionGlyph } from '../views/glyphs.tsx';
import { LinkChip } from '../views/link-chip.tsx';
import type { BlockHandle, BlockLook, CellLook, ControlsProps } from '../views/look.ts';
import { OptionList } from '../views/option-list.tsx';
import { OwnerChip } from '../views/owner-chip.tsx';
import { PeopleChip } from '../views/people-chip.tsx';
import { ChipPopover } from '../views/popover.tsx';
import { useRoom, useSeriesMemory } from '../views/room.ts';
import { decision } from './model.ts';

const Memory = lazy(() => import('../views/decision-memory.tsx').catch(() => ({ default: () => null })));

/** What has to do with other decisions comes after the notes, and is left out where it does not load. */
const OtherDecisions = (props: OtherDecisionsProps) => (
  <Suspense fallback={props.part === 'links' && props.unknown}>
    <Memory {...props} />
  </Suspense>
);

function Controls({ attrs, cells, around, block }: ControlsProps) {
  const said: Decision = decision.read({ type: 'decision', attrs }, ({ attrs: now }) => String(now?.id ?? ''));
  const room = useRoom();
  const memory = useSeriesMemory();
  const pending = said.state === 'pending';
  // Its place is taken from the start, so that nothing moves when it is known.
  const unknown = said.supersedes && !around.replaces && <span className="ref">Replaces an earlier decision</span>;
  return (
    <>
      <DecisionGlyph settled={!pending} />
      <StateChip said={said} block={block} />
      <span className="decision__offers">
        <CellOffer cell="decisionText" state={cells.decisionText} words="Decision" block={block} />
        {!pending && <CellOffer cell="decisionWhy" state={cells.decisionWhy} words="Why" block={block} />}
        {pending && (
          <CellOffer cell="decisionAwaiting" state={cells.decisionAwaiting} words="Waiting on" block={block} />
        )}
      </span>
      <div className="decision__row decision__who">
        <span className="decision__caption">Who</span>
        <span className="decision__people">
          {pending ? (
            <OwnerChip
              owner={said.owner}
              label="Who decides"
              nobody="No decider yet"
              asks
              small
              clear={{ words: 'No decider' }}
              onChoose={(owner) => block.set({ owner })}
            />
          ) : (
            <PeopleChip
              names={said.decidedBy}
              label="Who decided"
              nobody="Nobody named"
              after={said.decidedOn === null ? '' : `, ${shortDay(said.decidedOn, room.today)}`}
              onChange={(names) => block.set({ decidedBy: names.length === 0 ? null : names.join(', ') })}
            />
          )}
          {said.affectsSprint && <span className="chip chip--sm chip--accent">Affects the sprint</span>}
          <LinkChip to={around.replaces} words={`Replaces: ${around.replacesTitle}`} icon={Repeat} block={block} />
          <LinkChip
            to={around.replacedBy}
            words={`Replaced by: ${around.replacedByTitle}`}
            icon={Repeat}
            block={block}
          />
          {memory ? (
            <OtherDecisions
              part="links"
              said={said}
              around={around}
              memory={memory}
              room={room}
              icon={<Repeat className="icon" aria-hidden="true" />}
              unknown={unknown}
            />
          ) : (
            unknown
          )}
          <CarriedNote entry={said} />
        </span>
      </div>
      {memory && around.resembles && (
        <OtherDecisions part="older" said={said} around={around} memory={memory} room={room} block={block} />
      )}
    </>
  );
}

function StateChip({ said, block }: { readonly said: Decision; readonly block: BlockHandle }) {
  const { today } = useRoom();
  return (
    <ChipPopover
      label={`State of this decision: ${WORDS[said.state]}`}
      className={`chip chip--sm decision__state ${said.state === 'pending' ? 'chip--warn' : 'chip--plain'}`}
      chip={WORDS[said.state]}
    >
      {(close) => (
        <>
          <OptionList
            label="State of this decision"
            options={DECISION_STATES.map((state, index) => ({
              key: state,
              words: WORDS[state],
              chosen: state === said.state,
              digit: index + 1,
            }))}
            onChoose={(state) => {
              close();
              block.set({ state, ...(state === 'decided' && said.decidedOn === null && { decidedOn: today }) });
            }}
          />
          <div className="pop__rule" />
          <label className="opt">
            <input
              type="checkbox"
              checked={said.affectsSprint}
              onChange={(event) => block.set({ affectsSprint: event.target.checked || null })}
            />
            <span>Affects the sprint plan</span>
          </label>
          <OtherDecisions part="replaced" said={said} block={block} />
        </>
      )}
    </ChipPopover>
  );
}

export const decisionLook: BlockLook = {
  kind: 'block',
  className: 'decision',
  content: { tag: 'div', className: 'decision__cells' },
  paint: ({ dom }, attrs) => {
    const { state } = decision.read({ type: 'decision', attrs }, () => '');
    dom.setAttribute('role', 'group');
    dom.setAttribute('aria-label', `${WORDS[state]} decision`);
    dom.classList.toggle('decision--pending', state === 'pending');
  },
  After: Controls,
};

export const decisionCells = {
  decisionText: {
    kind: 'cell',
    className: 'decision__text',
    role: 'group',
    name: 'Decision',
    placeholder: 'What was decided, or what has to be',
  },
  decisionWhy: {
    kind: 'cell',
    className: 'decision__row decision__why',
    role: 'group',
    caption: 'Why',
    placeholder: 'The reason. It saves the next debate.',
  },
  decisionAwaiting: {
    kind: 'cell',
    className: 'decision__row decision__awaiting',
    role: 'group',
    caption: 'Waiting on',
    placeholder: 'The evidence that would settle it',
  },
} satisfies Record<string, CellLook>;
