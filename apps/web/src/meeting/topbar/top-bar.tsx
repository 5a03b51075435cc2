import type { Meeting } from '@duet/domain';
import type { SavedTracker } from '@duet/protocol';
import { ChevronDown, ChevronRight, Eye, Hand, List, Lock, Share2 } from 'lucide-react';
import { Link } from 'wouter';
import type * as Y from 'yjs';
import type { MeetingMetadata } from '../../api/types.ts';
import type { Present } from '../../people/presence.ts';
import { weekdayAndDay } from '../../time/format-date.ts';
import { BrandMark } from '../../ui/brand.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PhoneAgenda } from '../clock/phone-agenda.tsx';
import { Timer } from '../clock/timer.tsx';
import { FollowPill } from '../follow/follow-pill.tsx';
import type { Follow } from '../follow/use-follow.ts';
import type { MeetingDialog } from '../meeting-dialogs.tsx';
import type { OutlineModel } from '../outline/outline-model.ts';
import { RailButton } from '../rail-button.tsx';
import { ExportItems } from './export-menu.tsx';
import { FinalizeButton } from './finalize-button.tsx';
import { MoreMenu } from './more-menu.tsx';
import { PresenceStack } from './presence-stack.tsx';
import { SavedBadge } from './saved-badge.tsx';

interface TopBarProps {
  readonly metadata: MeetingMetadata;
  readonly doc: Y.Doc;
  readonly meeting: Meeting;
  readonly tracker: SavedTracker;
  readonly people: readonly Present[];
  readonly follow: Follow;
  readonly attentionCount: number;
  /** The sections that the clock goes through. */
  readonly timedSections: OutlineModel['inTheRoom'];
  readonly onRaise: () => void;
  readonly onDialog: (dialog: MeetingDialog) => void;
}

export function TopBar(props: TopBarProps) {
  const { metadata, doc, meeting, people, follow, attentionCount, timedSections, onDialog } = props;
  const { title, date, durationMinutes } = meeting;
  const { id, role, status } = metadata;
  const isFinal = status === 'finalized';
  const day = date === null ? 'No date' : weekdayAndDay(date);
  const revision = isFinal ? (metadata.revision ?? null) : null;
  return (
    <header className="topbar">
      <div className="topbar__left">
        <Link href="/" className="brand" aria-label="Duet home">
          <BrandMark />
        </Link>
        <nav className="crumbs" aria-label="Breadcrumb">
          <Link href="/" className="crumbs__home">
            {title}
          </Link>
          <ChevronRight className="icon" />
          <span aria-current="page">{day}</span>
        </nav>
        <Standing isFinal={isFinal} mayWrite={role !== 'follower'} tracker={props.tracker} />
      </div>
      {!isFinal && (
        <Timer
          doc={doc}
          minutes={durationMinutes}
          mayRun={role !== 'follower'}
          firstSection={timedSections[0]?.id ?? null}
        />
      )}
      <PhoneAgenda doc={doc} timed={timedSections} title={title} day={day} ended={isFinal} />
      <div className="topbar__right">
        <span className="desk-only">
          <FollowPill follow={follow} />
        </span>
        <PresenceStack people={people} />
        <button type="button" className="btn btn--ghost desk-only" aria-label="Share" onClick={() => onDialog('share')}>
          <Share2 className="icon" />
          <span className="btn__label">Share</span>
        </button>
        <button
          type="button"
          className="btn btn--ghost btn--icon outline-toggle"
          aria-label="Agenda"
          onClick={() => onDialog('outline')}
        >
          <List className="icon" />
        </button>
        <span className="desk-only">
          <MoreMenu metadata={metadata} onDialog={onDialog} />
        </span>
        <RailButton isFinal={isFinal} attentionCount={attentionCount} onOpen={() => onDialog('rail')} />
        {!isFinal && role === 'follower' && (
          <button type="button" className="btn desk-only" onClick={props.onRaise}>
            <Hand className="icon" />
            Raise a concern
          </button>
        )}
        {isFinal && (
          <Menu
            className="btn btn--primary"
            button={
              <>
                Export
                <ChevronDown className="icon icon--14" />
              </>
            }
          >
            <ExportItems meetingId={id} revision={revision} />
          </Menu>
        )}
        {!isFinal && role === 'facilitator' && (
          <FinalizeButton
            doc={doc}
            minutes={durationMinutes}
            timedSections={timedSections}
            onClick={() => onDialog('finalize')}
          />
        )}
      </div>
    </header>
  );
}

interface StandingProps extends Pick<TopBarProps, 'tracker'> {
  readonly isFinal: boolean;
  readonly mayWrite: boolean;
}

function Standing({ isFinal, mayWrite, tracker }: StandingProps) {
  if (isFinal) {
    return (
      <span className="chip chip--sm chip--plain">
        <Lock className="icon icon--14" />
        Final
      </span>
    );
  }
  if (!mayWrite) {
    return (
      <span className="chip chip--sm chip--plain">
        <Eye className="icon icon--14" />
        View only
      </span>
    );
  }
  return <SavedBadge tracker={tracker} />;
}
