import type { MeetingClock } from '@duet/domain';
import { Pause, Play } from 'lucide-react';
import type * as Y from 'yjs';
import { stopwatch } from '../../time/format-date.ts';
import { elapsed, paused, resumed, startedClock, tempo } from './meeting-clock.ts';
import { serverNow } from './server-time.ts';
import { useMeetingClock } from './use-meeting-clock.ts';

interface TimerProps {
  readonly doc: Y.Doc;
  readonly minutes: number;
  /** Who may not touch it sees it. */
  readonly mayRun: boolean;
  /** The section to begin with. */
  readonly firstSection: string | null;
}

const CIRCUMFERENCE = 2 * Math.PI * 6.5;

export function Timer({ doc, minutes, mayRun, firstSection }: TimerProps) {
  const { clock, now, set } = useMeetingClock(doc);
  if (clock === null) {
    if (!mayRun) return null;
    return (
      <button type="button" className="timer timer--start" onClick={() => set(startedClock(firstSection, serverNow()))}>
        <Play className="icon icon--14" />
        <span>
          Start<span className="timer__rest"> the clock</span>
        </span>
      </button>
    );
  }
  const spent = elapsed(clock, now);
  const total = minutes * 60_000;
  const pace = tempo(spent, total);
  const isPaused = clock.pausedAt !== null;
  const toggled = (): MeetingClock => (isPaused ? resumed(clock, serverNow()) : paused(clock, serverNow()));
  return (
    <span className={`timer${pace === 'running' ? '' : ` timer--${pace}`}`}>
      <svg className="timer__ring" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" />
        <circle
          cx="8"
          cy="8"
          r="6.5"
          strokeDasharray={`${Math.min(1, spent / total) * CIRCUMFERENCE} ${CIRCUMFERENCE}`}
        />
      </svg>
      <span role="timer" aria-label={`${stopwatch(spent)} of ${stopwatch(total)}${isPaused ? ', paused' : ''}`}>
        {stopwatch(spent)} <span className="timer__of">/ {stopwatch(total)}</span>
      </span>
      {mayRun && (
        <button
          type="button"
          className="timer__toggle"
          aria-label={isPaused ? 'Go on with the clock' : 'Pause the clock'}
          onClick={() => set(toggled())}
        >
          {isPaused ? <Play className="icon icon--14" /> : <Pause className="icon icon--14" />}
        </button>
      )}
      <span className="sr" role="status">
        {pace === 'soon' && 'Five minutes left'}
        {pace === 'over' && 'The time is up'}
      </span>
    </span>
  );
}
