import { useState } from 'react';
import type { MeetingMetadata } from '../api/types.ts';
import { useSession } from '../app/session-context.tsx';
import { whenLabel } from '../home/meeting-words.ts';
import { type PersonDraft, PersonFields } from '../people/person-fields.tsx';
import { localToday } from '../time/format-date.ts';
import { FormError } from '../ui/form-error.tsx';
import { NoticePage } from '../ui/notice-page.tsx';
import { useBusy } from '../ui/use-busy.ts';

const WHAT_THE_LINK_GIVES = {
  facilitator: 'This link makes you a facilitator: you write, run the meeting and finalize it.',
  participant: 'With this link you write in the meeting, together with everybody else.',
  follower: 'With this link you follow the meeting live. You read everything and can raise a concern.',
} as const;

/** Asks who is there, once; the meeting opens by itself when the session knows. */
export function JoinPage({ meeting }: { readonly meeting: MeetingMetadata }) {
  const { introduce } = useSession();
  const { busy, error, run } = useBusy();
  const [draft, setDraft] = useState<PersonDraft>({ name: '', side: 'product' });
  return (
    <NoticePage title={meeting.title}>
      <p className="muted">{whenLabel(meeting, localToday())}</p>
      <p>{WHAT_THE_LINK_GIVES[meeting.role]}</p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await introduce(draft);
          });
        }}
      >
        <PersonFields value={draft} onChange={setDraft} autoFocus />
        <FormError message={error} />
        <button
          type="submit"
          className="btn btn--primary btn--lg btn--block"
          disabled={busy || draft.name.trim() === ''}
        >
          Join
        </button>
      </form>
    </NoticePage>
  );
}
