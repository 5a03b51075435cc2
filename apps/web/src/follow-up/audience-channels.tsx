import type { Audience } from '@duet/domain';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Channel, type ChannelDraft, type ChannelKind, type Channels, saveChannels } from '../api/follow-up.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { ChannelForm } from './channel-form.tsx';
import { ChannelRow } from './channel-row.tsx';
import { KIND_WORDS } from './channel-words.ts';

interface AudienceChannelsProps {
  readonly meetingId: string;
  readonly audience: Audience;
  readonly known: Channels;
  readonly onSaved: (channels: Channels) => void;
}

const KINDS = ['slack', 'email', 'webhook'] as const satisfies readonly ChannelKind[];
const MOST = 5;

/** The channels of one audience. Each change is saved at once. */
export function AudienceChannels({ meetingId, audience, known, onSaved }: AudienceChannelsProps) {
  const [form, setForm] = useState<{ readonly kind: ChannelKind; readonly channel: Channel | null } | null>(null);
  const channels = known.channels[audience];
  const save = async (next: readonly ChannelDraft[]): Promise<void> => {
    onSaved(await saveChannels(meetingId, audience, next));
    setForm(null);
  };
  const put = (draft: ChannelDraft): Promise<void> => {
    const kept = channels.map((each) => (each.id === draft.id ? draft : draftOf(each)));
    return save(draft.id === undefined ? [...kept, draft] : kept);
  };
  return (
    <div className="channels">
      {channels.length === 0 && form === null && (
        <p className="muted">Nothing yet: you copy it and send it yourself.</p>
      )}
      {channels.map((channel) =>
        form?.channel?.id === channel.id ? null : (
          <ChannelRow
            key={channel.id}
            meetingId={meetingId}
            audience={audience}
            channel={channel}
            onChange={() => setForm({ kind: channel.kind, channel })}
            onRemove={() => save(channels.filter(({ id }) => id !== channel.id).map(draftOf))}
          />
        ),
      )}
      {form !== null && (
        <ChannelForm
          key={form.channel?.id ?? form.kind}
          kind={form.kind}
          channel={form.channel}
          hasMail={known.mail}
          onSave={put}
          onCancel={() => setForm(null)}
        />
      )}
      {form === null && channels.length < MOST && (
        <Menu
          className="btn btn--sm"
          align="start"
          button={
            <>
              <Plus className="icon icon--14" />
              Add
            </>
          }
        >
          {KINDS.map((kind) => (
            <MenuItem key={kind} onSelect={() => setForm({ kind, channel: null })}>
              {KIND_WORDS[kind]}
            </MenuItem>
          ))}
        </Menu>
      )}
    </div>
  );
}

/** A channel as it stands: what is secret stays on the server. */
function draftOf(channel: Channel): ChannelDraft {
  const { id, kind } = channel;
  return channel.kind === 'email' ? { id, kind, to: channel.to } : { id, kind };
}
