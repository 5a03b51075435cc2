import type * as Y from 'yjs';
import { elapsed, tempo } from '../clock/meeting-clock.ts';
import { useMeetingClock } from '../clock/use-meeting-clock.ts';

interface FinalizeButtonProps {
  readonly doc: Y.Doc;
  readonly minutes: number;
  readonly onClick: () => void;
}

/** Blue only when finalizing is the next thing to do: no accidental target at minute twelve. */
export function FinalizeButton({ doc, minutes, onClick }: FinalizeButtonProps) {
  const { clock, now } = useMeetingClock(doc);
  const isDue = clock !== null && tempo(elapsed(clock, now), minutes * 60_000) !== 'running';
  return (
    <button type="button" className={isDue ? 'btn btn--primary' : 'btn'} onClick={onClick}>
      Finalize
    </button>
  );
}
