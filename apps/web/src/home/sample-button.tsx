import { useState } from 'react';
import { useLocation } from 'wouter';
import { createSampleMeeting } from '../api/meetings.ts';
import { useSession } from '../app/session-context.tsx';
import { WhoDialog } from '../people/who-dialog.tsx';
import { rememberKeys } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';

interface SampleButtonProps {
  readonly large?: boolean;
}

/** A meeting in full swing to look around in: one click, or two for somebody who has yet to say who they are. */
export function SampleButton({ large = false }: SampleButtonProps) {
  const { person } = useSession();
  const [, navigate] = useLocation();
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useBusy();
  const open = async (): Promise<void> => {
    const meeting = await createSampleMeeting(localToday());
    rememberKeys(meeting.id, meeting.keys);
    navigate(`/m/${meeting.id}`);
  };
  return (
    <>
      <button
        type="button"
        className={`btn btn--ghost${large ? ' btn--lg' : ''}`}
        disabled={busy}
        onClick={() => (person ? run(open) : setAsking(true))}
      >
        Open a sample meeting
      </button>
      <FormError message={error} />
      {asking && (
        <WhoDialog
          title="Open a sample meeting"
          lead="It is yours alone until you share its link. Write in it, break it, finalize it."
          verb="Open the sample"
          onKnown={open}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
