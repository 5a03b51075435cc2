import { useId, useState } from 'react';
import { raiseConcern } from '../../api/meetings.ts';
import { FormError } from '../../ui/form-error.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useBusy } from '../../ui/use-busy.ts';

interface ConcernBoxProps {
  readonly meetingId: string;
  /** Where the concern goes, in words: "Priya and Jonas". */
  readonly facilitators: string;
}

/** Anybody's way to say early that something is about to go wrong, followers included (M26). */
export function ConcernBox({ meetingId, facilitators }: ConcernBoxProps) {
  const id = useId();
  const [text, setText] = useState('');
  const { busy, error, run } = useBusy();
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
            await raiseConcern(meetingId, text.trim());
            setText('');
            toasts.show({ tone: 'done', text: 'Concern raised', sub: 'It is first on everyone’s attention list.' });
          });
        }}
      >
        <textarea
          className="concern__input"
          aria-labelledby={id}
          placeholder={facilitators ? `Say it early. ${facilitators} will see it first.` : 'Say it early.'}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <FormError message={error} />
        <div className="concern__foot">
          <span>Shown with your name</span>
          <button type="submit" className="btn btn--sm" disabled={busy || text.trim() === ''}>
            Raise concern
          </button>
        </div>
      </form>
    </section>
  );
}
