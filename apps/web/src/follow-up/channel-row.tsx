import type { Audience } from '@duet/domain';
import { Hash, Mail, Pencil, Trash2, Webhook } from 'lucide-react';
import { useState } from 'react';
import { type Channel, type ChannelKind, testChannel } from '../api/follow-up.ts';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { channelWords, KIND_WORDS } from './channel-words.ts';

const ICONS = { slack: Hash, webhook: Webhook, email: Mail } satisfies Record<ChannelKind, unknown>;

interface ChannelRowProps {
  readonly meetingId: string;
  readonly audience: Audience;
  readonly channel: Channel;
  readonly onChange: () => void;
  readonly onRemove: () => Promise<void>;
}

export function ChannelRow({ meetingId, audience, channel, onChange, onRemove }: ChannelRowProps) {
  const Icon = ICONS[channel.kind];
  const kind = KIND_WORDS[channel.kind];
  const words = channelWords(channel);
  const [told, setTold] = useState({ text: '', isBad: false });
  const { busy, error, run } = useBusy();
  const test = (): void => {
    setTold({ text: '', isBad: false });
    run(async () => {
      const { sent, to, reason } = await testChannel(meetingId, audience, channel.id);
      setTold(
        sent ? { text: `Test sent to ${to}.`, isBad: false } : { text: reason ?? 'It was not sent.', isBad: true },
      );
    });
  };
  return (
    <div className="channel">
      <Icon className="icon" />
      <div className="channel__what">
        <div className="fix__title">{kind}</div>
        <div className="fix__why">{words}</div>
      </div>
      <div className="channel__do">
        <button type="button" className="btn btn--sm" disabled={busy} onClick={test}>
          {busy ? 'Sending' : 'Send a test'}
        </button>
        <button
          type="button"
          className="btn btn--sm btn--ghost btn--icon"
          aria-label={`Change ${kind}, ${words}`}
          title="Change"
          onClick={onChange}
        >
          <Pencil className="icon icon--14" />
        </button>
        <button
          type="button"
          className="btn btn--sm btn--ghost btn--icon"
          aria-label={`Remove ${kind}, ${words}`}
          title="Remove"
          disabled={busy}
          onClick={() => run(onRemove)}
        >
          <Trash2 className="icon icon--14" />
        </button>
      </div>
      <div className="channel__told">
        <p className={`fix__why${told.isBad ? ' fix__why--bad' : ''}`} role="status">
          {told.text}
        </p>
        <FormError message={error} />
      </div>
    </div>
  );
}
