import type { Role } from '@duet/domain';
import { Copy, Eye, PenLine, RefreshCw, UserRoundCog } from 'lucide-react';
import { useState } from 'react';
import { rotateKey } from '../api/meetings.ts';
import { FormError } from '../ui/form-error.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useBusy } from '../ui/use-busy.ts';
import { linkOf } from './link-keys.ts';

const ROLE_WORDS = {
  facilitator: ['Facilitators', 'Write, run the meeting, finalize', UserRoundCog],
  participant: ['Participants', 'Write together with everybody', PenLine],
  follower: ['Followers', 'Read live, raise a concern', Eye],
} as const;

interface ShareRowProps {
  readonly meetingId: string;
  readonly role: Role;
  readonly linkKey: string | null;
  readonly mayRotate: boolean;
  readonly onRotated: (key: string) => void;
}

export function ShareRow({ meetingId, role, linkKey, mayRotate, onRotated }: ShareRowProps) {
  const [label, what, Icon] = ROLE_WORDS[role];
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useBusy();
  const rotate = (): void =>
    run(async () => {
      const { key } = await rotateKey(meetingId, role);
      onRotated(key);
      setAsking(false);
    });
  return (
    <div className="share">
      <Icon className="icon" />
      <div className="share__who">
        <div className="fix__title">{label}</div>
        <div className="fix__why">{what}</div>
      </div>
      <div className="share__do">
        {linkKey !== null && (
          <button
            type="button"
            className="btn"
            aria-label={`Copy the link for ${label.toLowerCase()}`}
            onClick={() => copy(linkOf(meetingId, linkKey), label)}
          >
            <Copy className="icon icon--14" />
            Copy link
          </button>
        )}
        {mayRotate && !asking && (
          <button
            type="button"
            className={linkKey === null ? 'btn' : 'btn btn--ghost btn--icon'}
            aria-label={`Make a new link for ${label.toLowerCase()}`}
            title="Make a new link"
            onClick={() => setAsking(true)}
          >
            <RefreshCw className="icon icon--14" />
            {linkKey === null && 'Make a new link'}
          </button>
        )}
      </div>
      {asking && (
        <div className="share__ask">
          <p>
            The old link for {label.toLowerCase()} stops working, for everyone who has it. People who joined by it stay.
          </p>
          <FormError message={error} />
          <div className="form-do">
            <button type="button" className="btn btn--sm" disabled={busy} onClick={rotate}>
              Replace the link
            </button>
            <button type="button" className="btn btn--sm btn--ghost" onClick={() => setAsking(false)}>
              Keep the old one
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

function copy(link: string, label: string): void {
  navigator.clipboard.writeText(link).then(
    () => toasts.show({ tone: 'done', text: `Link for ${label.toLowerCase()} copied` }),
    () => toasts.show({ tone: 'error', text: 'The link was not copied', sub: 'The browser did not allow it.' }),
  );
}
