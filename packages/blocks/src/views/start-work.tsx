import { isGated, mayStart, type Override, type UpcomingItem } from '@duet/domain';
import { useId, useState } from 'react';
import { startedRowOf } from '../upcoming-item/started-row.ts';
import type { BlockHandle } from './look.ts';
import { ChipPopover } from './popover.tsx';
import { useRoom } from './room.ts';

interface StartWorkProps {
  readonly item: UpcomingItem;
  readonly block: BlockHandle;
}

/**
 * Moves an item to in progress: it becomes a row of the roadmap. One that is not cleared is refused, unless a
 * facilitator says why it starts all the same, which the row keeps (M8).
 */
export function StartWork({ item, block }: StartWorkProps) {
  const { today } = useRoom();
  const start = (override?: Override): void => {
    const now = block.json();
    const row = now && startedRowOf(now, today, override);
    if (row) block.add(row);
  };
  if (!isGated(item)) {
    return (
      <button type="button" className="btn btn--sm" onClick={() => start()}>
        Start work
      </button>
    );
  }
  return (
    <ChipPopover
      label="Start work on this item"
      className="btn btn--sm btn--ghost gate__start"
      chip="Start work"
      width={300}
    >
      {(close) => (
        <Refusal
          item={item}
          onOverride={(override) => {
            close();
            start(override);
          }}
        />
      )}
    </ChipPopover>
  );
}

const REFUSALS: Readonly<Record<Exclude<UpcomingItem['feasibility'], 'cleared'>, string>> = {
  'needs-talk': 'The feasibility talk has not happened.',
  'in-talk': 'The feasibility talk is not finished.',
  'not-feasible': 'Engineering says that it is not feasible.',
};

interface RefusalProps {
  readonly item: UpcomingItem;
  readonly onOverride: (override: Override) => void;
}

function Refusal({ item, onOverride }: RefusalProps) {
  const { me } = useRoom();
  const id = useId();
  const [reason, setReason] = useState('');
  const override = { reason, by: me.name };
  const why = item.feasibility === 'cleared' ? '' : REFUSALS[item.feasibility];
  if (me.role !== 'facilitator') {
    return (
      <p className="pop__text">
        {why} It does not start before. A facilitator can clear it, or say why it starts all the same.
      </p>
    );
  }
  return (
    <form
      className="pop__form"
      onSubmit={(event) => {
        event.preventDefault();
        if (mayStart(item, override)) onOverride(override);
      }}
    >
      <p className="pop__text">{why} It does not start before.</p>
      <label className="pop__text" htmlFor={id}>
        To start it all the same, say why. The reason stays in the notes, with your name.
      </label>
      <input
        id={id}
        className="field pop__field"
        placeholder="Reason"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="submit" className="btn btn--sm" disabled={!mayStart(item, override)}>
        Start without clearance
      </button>
    </form>
  );
}
