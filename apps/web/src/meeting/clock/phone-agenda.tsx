import type * as Y from 'yjs';
import type { OutlineModel } from '../outline/outline-model.ts';
import { agendaProgress } from './agenda-progress.ts';
import { sectionTempo, sectionTime } from './meeting-clock.ts';
import { useMeetingClock } from './use-meeting-clock.ts';

interface PhoneAgendaProps {
  readonly doc: Y.Doc;
  /** The sections that the clock goes through. */
  readonly timed: OutlineModel['inTheRoom'];
  /** What stands there before the clock runs: the title of the meeting and its day. */
  readonly title: string;
  readonly day: string;
  /** The notes are final: the clock stands for nothing any more. */
  readonly ended: boolean;
}

/** On phones, where the outline is away: what the meeting is at, and how far through the agenda that is. */
export function PhoneAgenda({ doc, timed, title, day, ended }: PhoneAgendaProps) {
  const { clock: shared, now } = useMeetingClock(doc);
  const clock = ended ? null : shared;
  const progress = agendaProgress(clock, timed, now);
  const running = timed.find(({ id }) => progress[id]?.state === 'now');
  const used = (minutes: number | null): number =>
    clock === null || minutes === null ? 0 : Math.min(1, sectionTime(clock, now) / (minutes * 60_000));
  const going = clock && running ? sectionTempo(sectionTime(clock, now), running.minutes) : 'running';
  return (
    <>
      <div className={`phone-now phone-now--${going} mobile-only`}>
        <span className="phone-now__title">{running?.title ?? title}</span>
        <span className="phone-now__sub num">{running ? progress[running.id]?.words : day}</span>
      </div>
      {clock !== null && (
        <div className={`agenda-strip agenda-strip--${going} mobile-only`} aria-hidden="true">
          {timed.map(({ id, minutes }) => (
            <i key={id} className={progress[id]?.state === 'done' ? 'is-done' : ''} style={{ flex: minutes ?? 1 }}>
              {id === running?.id && <b style={{ width: `${used(minutes) * 100}%` }} />}
            </i>
          ))}
        </div>
      )}
    </>
  );
}
