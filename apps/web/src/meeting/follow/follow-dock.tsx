import { ArrowDown } from 'lucide-react';
import { firstName } from '../../people/person-words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { LiveText } from '../../ui/live-text.tsx';
import type { Follow } from './use-follow.ts';

interface FollowDockProps {
  readonly follow: Follow;
  /** The title of the section that the leader is in. */
  readonly leaderSection: string | null;
}

/** Says where the person one follows is; to who scrolled away from them, with a way back. */
export function FollowDock({ follow, leaderSection }: FollowDockProps) {
  const { leader, paused, resume } = follow;
  const name = leader === null ? '' : firstName(leader.name);
  return (
    <>
      <LiveText text={name !== '' && leaderSection !== null ? `${name} moved to ${leaderSection}` : ''} />
      {leader !== null && paused && (
        <div className="dock dock--floating">
          <Avatar person={leader} />
          {leaderSection ? `${name} is in ${leaderSection}` : `You scrolled away from ${name}`}
          <button type="button" className="btn btn--sm" onClick={resume}>
            Back to {name}
            <ArrowDown className="icon icon--14" />
          </button>
        </div>
      )}
    </>
  );
}
