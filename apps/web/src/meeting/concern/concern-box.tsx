import { countOfDays, dayInWords, daysBetween, type IsoDate, type Meeting, threatenable } from '@duet/domain';
import { useId } from 'react';
import { raiseConcern } from '../../api/meetings.ts';
import { FormError } from '../../ui/form-error.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useBusy } from '../../ui/use-busy.ts';
import type { Concern } from './use-concern.ts';

interface ConcernBoxProps {
  readonly meetingId: string;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  /** Where the concern goes, in words: "Priya and Jonas". */
  readonly facilitators: string;
  readonly concern: Concern;
}

/** Anybody's way to say early that something is about to go wrong, followers included (M26). */
export function ConcernBox({ meetingId, meeting, today, facilitators, concern }: ConcernBoxProps) {
  const id = useId();
  const { draft, change, sent } = concern;
  const { busy, error, run } = useBusy();
  const ahead = threatenable(meeting).filter(({ day }) => day >= today);
  const about = ahead.find((one) => one.id === draft.about);
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>Something about to become a problem?</h2>
      </div>
      <form
        className="concern"
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await raiseConcern(meetingId, { text: draft.text.trim(), ...(about && { about: about.id }) });
            sent(draft);
            toasts.show({ tone: 'done', text: 'Concern raised', sub: 'It is first on everyone’s attention list.' });
          });
        }}
      >
        <textarea
          className="concern__input"
          aria-labelledby={id}
          aria-keyshortcuts="Alt+R"
          placeholder={facilitators ? `Say it early. ${facilitators} will see it first.` : 'Say it early.'}
          maxLength={2000}
          value={draft.text}
          onChange={(event) => change({ ...draft, text: event.target.value })}
        />
        {ahead.length > 0 && (
          <select
            className="select concern__about"
            aria-label="What it threatens"
            value={about?.id ?? ''}
            onChange={(event) => change({ ...draft, about: event.target.value || null })}
          >
            <option value="">Threatens no date</option>
            {ahead.map(({ id: one, title, day }) => (
              <option key={one} value={one}>
                {`${title}, ${dayInWords(day, today)} (${countOfDays(daysBetween(today, day))} ahead)`}
              </option>
            ))}
          </select>
        )}
        <FormError message={error} />
        <div className="concern__foot">
          <span>Shown with your name</span>
          <button type="submit" className="btn btn--sm" disabled={busy || draft.text.trim() === ''}>
            Raise concern
          </button>
        </div>
      </form>
    </section>
  );
}
