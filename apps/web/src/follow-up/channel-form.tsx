import { type FormEvent, useEffect, useId, useRef } from 'react';
import type { Channel, ChannelDraft, ChannelKind } from '../api/follow-up.ts';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { KIND_WORDS } from './channel-words.ts';

interface ChannelFormProps {
  readonly kind: ChannelKind;
  /** The one that is changed; null for a new one. */
  readonly channel: Channel | null;
  readonly hasMail: boolean;
  readonly onSave: (draft: ChannelDraft) => Promise<void>;
  readonly onCancel: () => void;
}

export function ChannelForm({ kind, channel, hasMail, onSave, onCancel }: ChannelFormProps) {
  const { busy, error, run } = useBusy();
  const form = useRef<HTMLFormElement>(null);
  // It opens by a click on what it is for, to be filled in.
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), []);
  const save = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    run(() => onSave(draftOf(kind, channel?.id, (name) => String(said.get(name) ?? '').trim())));
  };
  return (
    <form ref={form} className="form channel__form" aria-label={KIND_WORDS[kind]} onSubmit={save}>
      {kind === 'email' ? (
        <MailFields to={channel?.kind === 'email' ? channel.to : []} hasMail={hasMail} />
      ) : (
        <HookFields kind={kind} isNew={channel === null} />
      )}
      <FormError message={error} />
      <div className="form-do">
        <button type="submit" className="btn btn--primary btn--sm" disabled={busy}>
          Save
        </button>
        <button type="button" className="btn btn--ghost btn--sm" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}

function MailFields({ to, hasMail }: { readonly to: readonly string[]; readonly hasMail: boolean }) {
  const id = useId();
  return (
    <div className="form-row">
      <label className="form-label" htmlFor={id}>
        Mail addresses
      </label>
      <textarea
        id={id}
        name="to"
        className="input"
        required
        defaultValue={to.join('\n')}
        aria-describedby={`${id}-hint`}
      />
      <span className="form-hint" id={`${id}-hint`}>
        {hasMail
          ? 'One a line. Each gets a mail of their own.'
          : 'One a line. This server has no mail server yet: whoever runs it sets DUET_SMTP_URL.'}
      </span>
    </div>
  );
}

function HookFields({ kind, isNew }: { readonly kind: ChannelKind; readonly isNew: boolean }) {
  const id = useId();
  return (
    <>
      <div className="form-row">
        <label className="form-label" htmlFor={`${id}-url`}>
          {kind === 'slack' ? 'Address of the incoming webhook' : 'Address'}
        </label>
        <input
          id={`${id}-url`}
          name="url"
          className="input"
          type="url"
          required
          autoComplete="off"
          placeholder="https://"
        />
      </div>
      {kind === 'webhook' && (
        <div className="form-row">
          <label className="form-label" htmlFor={`${id}-secret`}>
            Secret
          </label>
          <input
            id={`${id}-secret`}
            name="secret"
            className="input"
            type="password"
            required
            minLength={16}
            autoComplete="off"
            aria-describedby={`${id}-hint`}
          />
          <span className="form-hint" id={`${id}-hint`}>
            At least 16 characters. Each message is signed with it.
          </span>
        </div>
      )}
      {!isNew && <span className="form-hint">What was saved before is not shown. It is replaced.</span>}
    </>
  );
}

function draftOf(kind: ChannelKind, id: string | undefined, said: (name: string) => string): ChannelDraft {
  const which = { kind, ...(id !== undefined && { id }) };
  if (kind === 'email')
    return {
      ...which,
      to: said('to')
        .split(/[\s,;]+/)
        .filter((address) => address !== ''),
    };
  return { ...which, url: said('url'), ...(kind === 'webhook' && { secret: said('secret') }) };
}
