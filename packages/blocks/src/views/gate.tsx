import {
  daysBetween,
  FEASIBILITY_WORDS,
  type Feasibility,
  type IsoDate,
  isOutOfWindow,
  shortDay,
  type UpcomingItem,
} from '@duet/domain';
import { Ban, MessagesSquare, Play } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { CarriedNote } from './carried-note.tsx';
import { TickGlyph } from './glyphs.tsx';
import { LinkChip } from './link-chip.tsx';
import type { BlockHandle, ControlsProps } from './look.ts';
import { OptionList } from './option-list.tsx';
import { ChipPopover } from './popover.tsx';
import { useRoom } from './room.ts';

const CLASSES: Readonly<Record<Feasibility, string>> = {
  'needs-talk': 'chip--warn',
  'in-talk': 'chip--warn',
  cleared: 'chip--cleared',
  'not-feasible': 'chip--warn',
};
/** Clearing is not here: it asks for more and has its own button. */
const OPEN_STATES = ['needs-talk', 'in-talk', 'not-feasible'] as const;

interface GateProps {
  readonly item: UpcomingItem;
  readonly block: BlockHandle;
}

/** Where the feasibility talk stands. Cleared is taken back here, and given in the bar below. */
export function GateChip({ item, block }: GateProps) {
  const words = FEASIBILITY_WORDS[item.feasibility];
  return (
    <ChipPopover
      label={`Feasibility: ${words}`}
      className={`chip upcoming__gate ${CLASSES[item.feasibility]}`}
      chip={
        <>
          <GateIcon feasibility={item.feasibility} />
          {words}
        </>
      }
    >
      {(close) => (
        <OptionList
          label="Feasibility"
          options={OPEN_STATES.map((state, index) => ({
            key: state,
            words: FEASIBILITY_WORDS[state],
            icon: <GateIcon feasibility={state} />,
            chosen: state === item.feasibility,
            digit: index + 1,
          }))}
          onChoose={(feasibility) => {
            close();
            block.set({ feasibility, clearedBy: null, clearedOn: null });
          }}
        />
      )}
    </ChipPopover>
  );
}

/** What an item has to say, in the words of a sentence (M6). */
const MISSING = [
  ['upcomingTitle', 'what it is'],
  ['upcomingIntent', 'why it matters'],
  ['upcomingEngineering', 'what is in the way'],
] as const;

interface GateBarProps extends GateProps, Pick<ControlsProps, 'around' | 'cells'> {
  readonly children: ReactNode;
}

/** What the gate waits for, or who opened it. Only a facilitator opens it, and only once engineering has spoken. */
export function GateBar({ item, around, cells, block, children }: GateBarProps) {
  const { editable, me, today } = useRoom();
  const whyId = useId();
  const engineeringSpoke = cells.upcomingEngineering === 'filled';
  const cleared = item.feasibility === 'cleared';
  const started = around.row !== undefined;
  const mayClear = editable && me.role === 'facilitator' && !cleared && !started;
  const missing = MISSING.filter(([cell]) => cells[cell] !== 'filled').map(([, words]) => words);
  return (
    <div className={`gate ${cleared || started ? 'gate--clear' : 'gate--open'}`}>
      {started ? <Play className="icon" aria-hidden="true" /> : <GateIcon feasibility={item.feasibility} large />}
      <span>
        {started ? 'Work has started.' : gateWords(item, today)}
        {!started && isOutOfWindow(item, today) && ' Out of the window: more than two sprints away.'}
        {missing.length > 0 && missing.length < MISSING.length && ` It does not say ${missing.join(' or ')}.`}
      </span>
      <CarriedNote entry={item} />
      <LinkChip to={around.row} words="In the roadmap" icon={Play} block={block} />
      <span className="gate__end">
        {children}
        {mayClear && (
          <button
            type="button"
            className={`btn btn--sm${engineeringSpoke ? '' : ' is-waiting'}`}
            aria-disabled={!engineeringSpoke}
            aria-describedby={engineeringSpoke ? undefined : whyId}
            title={engineeringSpoke ? undefined : NOT_YET}
            onClick={() => {
              if (block.text('upcomingEngineering').trim() === '') block.enter('upcomingEngineering');
              else block.set({ feasibility: 'cleared', clearedBy: me.name, clearedOn: today });
            }}
          >
            Mark talked through
          </button>
        )}
        {mayClear && !engineeringSpoke && (
          <span className="sr" id={whyId}>
            {NOT_YET}
          </span>
        )}
      </span>
    </div>
  );
}

const NOT_YET = 'Engineering has written nothing yet.';

function GateIcon({ feasibility, large = false }: { readonly feasibility: Feasibility; readonly large?: boolean }) {
  if (feasibility === 'cleared') return <TickGlyph />;
  const Icon = feasibility === 'not-feasible' ? Ban : MessagesSquare;
  return <Icon className={large ? 'icon' : 'icon icon--14'} aria-hidden="true" />;
}

function gateWords(item: UpcomingItem, today: IsoDate): string {
  switch (item.feasibility) {
    case 'cleared':
      return `Talked through${item.clearedBy === null ? '' : ` by ${item.clearedBy}`}${
        item.clearedOn === null || item.clearedOn === today ? '' : `, ${shortDay(item.clearedOn, today)}`
      }`;
    case 'not-feasible':
      return item.sprintStart === null ? 'On hold.' : `On hold for the sprint of ${shortDay(item.sprintStart, today)}.`;
    case 'in-talk':
      return `The talk is under way.${startWords(item, today)}`;
    case 'needs-talk':
      return `No feasibility talk yet.${startWords(item, today)}`;
  }
}

function startWords({ sprintStart }: UpcomingItem, today: IsoDate): string {
  if (sprintStart === null) return '';
  const days = daysBetween(today, sprintStart);
  if (days < 0) return ' The sprint has started.';
  if (days === 0) return ' The sprint starts today.';
  return ` Sprint starts in ${days} ${days === 1 ? 'day' : 'days'}.`;
}
