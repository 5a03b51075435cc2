import { ArrowDown } from 'lucide-react';
import { firstName } from '../../people/person-words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { Follow } from './use-follow.ts';

interface FollowDockProps {
  readonly follow: Follow;
  /** The title of the section that the leader is in. */
  readonly leaderSection: string | null;
}

/** Shown to who scrolled away from the person they follow. */
export function FollowDock({ follow, leaderSection }: FollowDockProps) {
  const { leader, paused, resume } = follow;
  if (leader === null || !paused) return null;
  const name = firstName(leader.name);
  return (
    <div className="dock dock--floating" role="status">
      <Avatar person={leader} />
      {leaderSection ? `${name} is in ${leaderSection}` : `You scrolled away from ${name}`}
      <button type="button" className="btn btn--sm" onClick={resume}>
        Back to {name}
        <ArrowDown className="icon icon--14" />
      </button>
    </div>
  );
}
