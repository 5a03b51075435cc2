import { SIDE_NAMES } from '@duet/domain';
import { useId, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { listMembers, removeMember, rotateKey } from '../api/meetings.ts';
import type { MeetingMember, MeetingMetadata } from '../api/types.ts';
import { Avatar } from '../ui/avatar.tsx';
import { FormError } from '../ui/form-error.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useAsync } from '../ui/use-async.ts';
import { useBusy } from '../ui/use-busy.ts';

const ROLE_NAMES = { facilitator: 'Facilitator', participant: 'Participant', follower: 'Follower' } as const;

interface MemberListProps {
  readonly meetingId: string;
  readonly me: MeetingMetadata['me'];
  /** The link of a role was renewed on the way. */
  readonly onRotated: (role: MeetingMember['role'], key: string) => void;
}

/** Everybody who may come in. Facilitators see others out from here. */
export function MemberList({ meetingId, me, onRotated }: MemberListProps) {
  const heading = useId();
  const [turn, setTurn] = useState(0);
  const loaded = useAsync(() => listMembers(meetingId), [meetingId, turn]);
  return (
    <section className="dialog__part" aria-labelledby={heading}>
      <h3 id={heading}>Who may come in</h3>
      {loaded.state === 'failed' && <FormError message={messageOf(loaded.error)} />}
      {loaded.state === 'done' && (
        <ul className="members">
          {loaded.value.map((member) => (
            <Member
              key={member.id}
              meetingId={meetingId}
              member={member}
              isMe={member.id === me.id}
              mayRemove={me.role === 'facilitator' && member.id !== me.id}
              onRotated={onRotated}
              onRemoved={() => setTurn((count) => count + 1)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

interface MemberProps extends Pick<MemberListProps, 'meetingId' | 'onRotated'> {
  readonly member: MeetingMember;
  readonly isMe: boolean;
  readonly mayRemove: boolean;
  readonly onRemoved: () => void;
}

function Member({ meetingId, member, isMe, mayRemove, onRotated, onRemoved }: MemberProps) {
  const { name, side, role } = member;
  const [asking, setAsking] = useState(false);
  const { busy, error, run } = useBusy();
  const remove = (andRenew: boolean): void =>
    run(async () => {
      // The link first: whoever is sent out must find it closed.
      if (andRenew) onRotated(role, (await rotateKey(meetingId, role)).key);
      await removeMember(meetingId, member.id);
      toasts.show({
        tone: 'done',
        text: `${name} is out`,
        ...(andRenew && { sub: 'The old link opens nothing now.' }),
      });
      onRemoved();
    });
  return (
    <li className="member">
      <Avatar person={member} />
      <span className="member__who">
        {name}
        <span className="fix__why">
          {ROLE_NAMES[role]}, {SIDE_NAMES[side].toLowerCase()}
        </span>
      </span>
      {isMe && <span className="muted">You</span>}
      {mayRemove && !asking && (
        <button
          type="button"
          className="btn btn--sm btn--ghost"
          aria-label={`Remove ${name}`}
          onClick={() => setAsking(true)}
        >
          Remove
        </button>
      )}
      {asking && (
        <div className="share__ask">
          <p>
            {name} is out at once, and what {name} wrote stays. With the {role} link {name} can come back, until that
            link is renewed. A new one has to be sent to those who still need it; whoever is in stays in.
          </p>
          <FormError message={error} />
          <div className="form-do">
            <button type="button" className="btn btn--sm btn--primary" disabled={busy} onClick={() => remove(true)}>
              Remove and renew the link
            </button>
            <button type="button" className="btn btn--sm" disabled={busy} onClick={() => remove(false)}>
              Only remove
            </button>
            <button type="button" className="btn btn--sm btn--ghost" onClick={() => setAsking(false)}>
              Keep {name}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}
