import { X } from 'lucide-react';
import { firstName, toneOf } from '../../people/person-words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import type { Follow } from './use-follow.ts';

export function FollowPill({ follow, large = false }: { readonly follow: Follow; readonly large?: boolean }) {
  const { leader, stop } = follow;
  if (leader === null) return null;
  return (
    <span className={`follow-pill follow-pill--${toneOf(leader)}`}>
      <Avatar person={leader} size={large ? 28 : 20} />
      Following {firstName(leader.name)}
      <button type="button" className="follow-pill__x" aria-label={`Stop following ${leader.name}`} onClick={stop}>
        <X className="icon" />
      </button>
    </span>
  );
}
