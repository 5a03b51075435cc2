import { type IsoDate, inShort, type Meeting, shortDay, sinceLastMeeting } from '@duet/domain';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { getOutcome } from '../../api/outcome.ts';
import { useAsync } from '../../ui/use-async.ts';
import { useNowAndThen } from '../../ui/use-now-and-then.ts';
import { SinceList } from './since-list.tsx';

/** It compares two whole meetings, and who reads it does not follow it letter by letter. */
const PACE_MS = 1500;

interface SinceLastProps {
  /** The id of the last meeting. */
  readonly previous: string;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly twist: ReactNode;
  readonly onReveal: (blockId: string) => void;
}

/**
 * [M35] What happened since the last meeting of the series: one line, which unfolds to the list. Nothing where there is
 * nothing to say, or where the last meeting can't be read (any more).
 */
export default function SinceLast({ previous, meeting, today, twist, onReveal }: SinceLastProps) {
  const loaded = useAsync(() => getOutcome(previous), [previous]);
  const last = loaded.state === 'done' ? loaded.value : null;
  const now = useNowAndThen(meeting, PACE_MS);
  const found = useMemo(() => (last === null ? [] : sinceLastMeeting(last, now, today)), [last, now, today]);
  const [open, setOpen] = useState(false);
  const list = useId();
  if (last === null || found.length === 0) return null;
  const day = last.meeting.date;
  const since = day === null ? 'Since the last meeting' : `Since ${shortDay(day, today)}`;
  return (
    <section className="since" aria-label={since}>
      <button
        type="button"
        className="since__line"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        onClick={() => setOpen(!open)}
      >
        {twist}
        <span>{since}</span>
        <span className="since__short">{inShort(found, today)}</span>
      </button>
      {open && <SinceList id={list} developments={found} previous={previous} onReveal={onReveal} />}
    </section>
  );
}
