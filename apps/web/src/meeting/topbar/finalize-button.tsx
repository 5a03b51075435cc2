import type * as Y from 'yjs';
import { isThrough } from '../clock/agenda-progress.ts';
import { elapsed, tempo } from '../clock/meeting-clock.ts';
import { useMeetingClock } from '../clock/use-meeting-clock.ts';
import type { OutlineModel } from '../outline/outline-model.ts';

interface FinalizeButtonProps {
  readonly doc: Y.Doc;
  readonly minutes: number;
  readonly timedSections: OutlineModel['inTheRoom'];
  readonly onClick: () => void;
}

/** Blue only when finalizing is the next thing to do, late or with the agenda done: no accidental target at minute twelve. */
export function FinalizeButton({ doc, minutes, timedSections, onClick }: FinalizeButtonProps) {
  const { clock, now } = useMeetingClock(doc);
  const isDue =
    clock !== null && (tempo(elapsed(clock, now), minutes * 60_000) !== 'running' || isThrough(clock, timedSections));
  return (
    <button type="button" className={isDue ? 'btn btn--primary' : 'btn'} onClick={onClick}>
      Finalize
    </button>
  );
}
