import type { MeetingClock } from '@duet/domain';
import { stopwatch } from '../../time/format-date.ts';
import type { OutlineEntry } from '../outline/outline-model.ts';
import { sectionTempo, sectionTime } from './meeting-clock.ts';

interface SectionMeterProps {
  readonly entry: OutlineEntry;
  readonly clock: MeetingClock;
  readonly now: number;
  /** Who opened it, by name; null where nobody does. */
  readonly opener: string | null;
}

/** Under the running section: who opens it, and how much of its box is used. */
export function SectionMeter({ entry, clock, now, opener }: SectionMeterProps) {
  const spent = sectionTime(clock, now);
  const box = (entry.minutes ?? 0) * 60_000;
  return (
    <div className={`outline__meter outline__meter--${sectionTempo(spent, entry.minutes)}`}>
      <span className="bar">
        <i style={{ width: `${box === 0 ? 0 : Math.min(100, (spent / box) * 100)}%` }} />
      </span>
      <div className="outline__row">
        <span>{opener ? `Opened by ${opener}` : ''}</span>
        <span>{box === 0 ? stopwatch(spent) : `${stopwatch(spent)} of ${stopwatch(box)}`}</span>
      </div>
    </div>
  );
}
