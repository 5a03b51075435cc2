import { ROLES, type Role } from '@duet/domain';
import { useState } from 'react';
import type { MeetingMetadata } from '../api/types.ts';
import { Dialog } from '../ui/dialog.tsx';
import { knownKeys, rememberKeys } from './link-keys.ts';
import { MemberList } from './member-list.tsx';
import { ShareRow } from './share-row.tsx';

interface ShareDialogProps {
  readonly meetingId: string;
  readonly me: MeetingMetadata['me'];
  readonly onClose: () => void;
}

/** The links of the three roles. The server knows only hashes of their keys, so a link unknown here is made anew. */
export function ShareDialog({ meetingId, me, onClose }: ShareDialogProps) {
  const { role } = me;
  const [keys, setKeys] = useState(() => knownKeys(meetingId));
  const onRotated = (changed: Role, key: string): void => {
    rememberKeys(meetingId, { [changed]: key });
    setKeys((known) => ({ ...known, [changed]: key }));
  };
  const shown = ROLES.filter((one) => role === 'facilitator' || keys[one] !== undefined);
  return (
    <Dialog
      narrow
      title="Share"
      lead="Whoever has a link comes in with the role it names. Send it to people, not to channels that keep growing."
      onClose={onClose}
    >
      <div className="dialog__part">
        {shown.length === 0 && <p>This browser has no link to share. Ask a facilitator for one.</p>}
        {shown.map((one) => (
          <ShareRow
            key={one}
            meetingId={meetingId}
            role={one}
            linkKey={keys[one] ?? null}
            mayRotate={role === 'facilitator'}
            onRotated={(key) => onRotated(one, key)}
          />
        ))}
      </div>
      <MemberList meetingId={meetingId} me={me} onRotated={onRotated} />
      <div className="dialog__foot">
        <span className="muted">A replaced link stops working at once.</span>
        <button type="button" className="btn" onClick={onClose}>
          Done
        </button>
      </div>
    </Dialog>
  );
}
