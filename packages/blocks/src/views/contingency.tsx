import { fallbackDecision, isPastContingency, shortDay, type UpcomingItem } from '@duet/domain';
import { Signpost } from 'lucide-react';
import { decision } from '../decision/model.ts';
import { DateChip } from './date-chip.tsx';
import { LinkChip } from './link-chip.tsx';
import type { BlockHandle, Surroundings } from './look.ts';
import { useRoom } from './room.ts';

interface ContingencyProps {
  readonly item: UpcomingItem;
  readonly around: Surroundings;
  readonly block: BlockHandle;
  /** The item with its texts, as it is now; null when it is gone. */
  readonly whole: () => UpcomingItem | null;
}

/** "If X is not done by DATE then Y": the day, and how it went. Past the day somebody has to decide (M11). */
export function Contingency({ item, around, block, whole }: ContingencyProps) {
  const { editable, me, today } = useRoom();
  const chosen = around.decisionStanding === 'decided' ? around.decision : undefined;
  const decideNow = isPastContingency(item, today) && chosen === undefined;
  const open = !item.contingencyMet && chosen === undefined;
  const useFallback = (): void => {
    const now = whole();
    if (now) block.add(decision.write(fallbackDecision(now, me.name, today)));
  };
  return (
    <span className="upcoming__by">
      By{' '}
      <DateChip
        value={item.contingencyBy}
        label="Day to decide by"
        words={item.contingencyBy === null ? '' : shortDay(item.contingencyBy, today)}
        empty="set a day"
        className={decideNow ? 'due--late' : ''}
        onChoose={(contingencyBy) => block.set({ contingencyBy })}
      />
      {decideNow && <span className="chip chip--sm chip--bad">Decide now</span>}
      {item.contingencyMet && <span className="chip chip--sm chip--plain">Done</span>}
      <LinkChip to={chosen} words="The fallback was chosen" icon={Signpost} block={block} />
      {editable && open && (
        <>
          <button type="button" className="sub__do" onClick={() => block.set({ contingencyMet: true })}>
            It is done
          </button>
          {decideNow && (
            <button type="button" className="sub__do" onClick={useFallback}>
              Use the fallback
            </button>
          )}
        </>
      )}
      {editable && item.contingencyMet && (
        <button type="button" className="sub__do" onClick={() => block.set({ contingencyMet: null })}>
          Not done
        </button>
      )}
    </span>
  );
}
