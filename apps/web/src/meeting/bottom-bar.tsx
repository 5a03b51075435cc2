import { Hand, List } from 'lucide-react';
import type { MeetingMetadata } from '../api/types.ts';
import { FollowPill } from './follow/follow-pill.tsx';
import type { Follow } from './follow/use-follow.ts';
import type { MeetingDialog } from './meeting-dialogs.tsx';
import { RailButton } from './rail-button.tsx';
import { MoreMenu } from './topbar/more-menu.tsx';

interface BottomBarProps {
  readonly metadata: MeetingMetadata;
  readonly follow: Follow;
  readonly attentionCount: number;
  readonly onRaise: () => void;
  readonly onDialog: (dialog: MeetingDialog) => void;
}

/** Phones have the two sides behind buttons within reach of the thumb. */
export function BottomBar({ metadata, follow, attentionCount, onRaise, onDialog }: BottomBarProps) {
  const isFinal = metadata.status === 'finalized';
  return (
    <section className="bottombar mobile-only" aria-label="Meeting tools">
      {follow.leader ? <FollowPill follow={follow} large /> : <span className="bottombar__space" />}
      {metadata.role === 'follower' && !isFinal ? (
        <button type="button" className="btn" aria-label="Raise a concern" onClick={onRaise}>
          <Hand className="icon icon--20" />
        </button>
      ) : (
        <RailButton large isFinal={isFinal} attentionCount={attentionCount} onOpen={() => onDialog('rail')} />
      )}
      <button type="button" className="btn" aria-label="Agenda" onClick={() => onDialog('outline')}>
        <List className="icon icon--20" />
      </button>
      <MoreMenu metadata={metadata} onDialog={onDialog} />
    </section>
  );
}
