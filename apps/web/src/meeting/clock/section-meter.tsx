import type { Attendee, MeetingClock } from '@duet/domain';
import { firstName, voiceShort } from '../../people/person-words.ts';
import { stopwatch } from '../../time/format-date.ts';
import type { OutlineEntry } from '../outline/outline-model.ts';
import { sectionTime, tempo } from './meeting-clock.ts';

const WARN_MS = 60_000;

interface SectionMeterProps {
  readonly entry: OutlineEntry;
  readonly clock: MeetingClock;
  readonly now: number;
  readonly facilitators: readonly Attendee[];
}

/** Under the running section: who opens it, and how much of its box is used. */
export function SectionMeter({ entry, clock, now, facilitators }: SectionMeterProps) {
  const spent = sectionTime(clock, now);
  const box = (entry.minutes ?? 0) * 60_000;
  const opener = facilitators.find((person) => person.side === entry.opener);
  const who = opener ? firstName(opener.name) : entry.opener && voiceShort(entry.opener);
  return (
    <div className={`outline__meter outline__meter--${tempo(spent, box, WARN_MS)}`}>
      <span className="bar">
        <i style={{ width: `${box === 0 ? 0 : Math.min(100, (spent / box) * 100)}%` }} />
      </span>
      <div className="outline__row">
        <span>{who ? `Opened by ${who}` : ''}</span>
        <span>{box === 0 ? stopwatch(spent) : `${stopwatch(spent)} of ${stopwatch(box)}`}</span>
      </div>
    </div>
  );
}
