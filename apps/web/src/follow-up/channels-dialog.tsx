import { AUDIENCE_WORDS, AUDIENCES } from '@duet/domain';
import { useEffect, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { type Channels, getChannels } from '../api/follow-up.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormError } from '../ui/form-error.tsx';
import { AudienceChannels } from './audience-channels.tsx';

interface ChannelsDialogProps {
  readonly meetingId: string;
  readonly isInSeries: boolean;
  readonly onClose: () => void;
}

/** Where each audience is written to. Loaded when it is opened. */
export default function ChannelsDialog({ meetingId, isInSeries, onClose }: ChannelsDialogProps) {
  const [channels, setChannels] = useState<Channels | null>(null);
  const [error, setError] = useState<string | null>(null);
  useEffect(() => {
    getChannels(meetingId).then(setChannels, (thrown: unknown) => setError(messageOf(thrown)));
  }, [meetingId]);
  return (
    <Dialog
      title="Where the follow-up is sent"
      lead={`${isInSeries ? 'For every meeting of this series' : 'For this meeting'}. Addresses and secrets of webhooks are not shown again.`}
      onClose={onClose}
    >
      {error !== null && (
        <div className="dialog__part">
          <FormError message={error} />
        </div>
      )}
      {channels !== null &&
        AUDIENCES.map((audience) => (
          <section key={audience} className="dialog__part" aria-label={AUDIENCE_WORDS[audience]}>
            <h3>{AUDIENCE_WORDS[audience]}</h3>
            <AudienceChannels meetingId={meetingId} audience={audience} known={channels} onSaved={setChannels} />
          </section>
        ))}
      <div className="dialog__foot dialog__foot--end">
        <button type="button" className="btn" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
