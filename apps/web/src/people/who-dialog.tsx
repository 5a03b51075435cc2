import { useState } from 'react';
import { useSession } from '../app/session-context.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { type PersonDraft, PersonFields } from './person-fields.tsx';

interface WhoDialogProps {
  readonly title: string;
  readonly lead: string;
  /** What the button does. */
  readonly verb: string;
  /** Once the server knows the person. */
  readonly onKnown: () => void | Promise<void>;
  readonly onClose: () => void;
}

export function WhoDialog({ title, lead, verb, onKnown, onClose }: WhoDialogProps) {
  const { person, introduce } = useSession();
  const [draft, setDraft] = useState<PersonDraft>({ name: person?.name ?? '', side: person?.side ?? 'product' });
  const { busy, error, run } = useBusy();
  return (
    <Dialog narrow title={title} lead={lead} onClose={onClose}>
      <form
        className="dialog__form form"
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            await introduce(draft);
            await onKnown();
          });
        }}
      >
        <PersonFields value={draft} onChange={setDraft} />
        <FormError message={error} />
        <div className="form-do form-do--end">
          <button type="button" className="btn btn--ghost" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn btn--primary" disabled={busy || draft.name.trim() === ''}>
            {verb}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
