import { type Finding, facilitators } from '@duet/domain';
import { lazy, Suspense } from 'react';
import type * as Y from 'yjs';
import type { MeetingMetadata } from '../../api/types.ts';
import type { Present } from '../../people/presence.ts';
import { facilitatorNames } from '../../people/who-leads.ts';
import { ConcernBox } from '../concern/concern-box.tsx';
import type { Concern } from '../concern/use-concern.ts';
import type { OutlineModel } from '../outline/outline-model.ts';
import { BothVoices } from '../voices/both-voices.tsx';
import type { AttentionContext } from './attention-item.tsx';
import { AttentionList } from './attention-list.tsx';
import { ForYou } from './for-you.tsx';
import { RoomList } from './room-list.tsx';

const FinalRail = lazy(() => import('./final-rail.tsx'));

interface RailProps {
  readonly metadata: MeetingMetadata;
  readonly people: readonly Present[];
  readonly findings: readonly Finding[];
  readonly context: AttentionContext;
  readonly sectionOf: (person: Present) => string | null;
  readonly onFollow: (personId: string) => void;
  readonly concern: Concern;
  readonly doc: Y.Doc;
  readonly outline: OutlineModel;
  /** The section that this person has before their eyes. */
  readonly inViewId: string | null;
}

/** What stands beside the notes: what needs attention, for those who write; what is theirs, for those who read. */
export default function Rail(props: RailProps) {
  const { metadata, people, findings, context, sectionOf, onFollow, concern, doc, outline, inViewId } = props;
  const { meeting, today, me, mayWrite, onReveal } = context;
  const isFinal = metadata.status === 'finalized';
  const isFollower = me.role === 'follower';
  const concernBox = !isFinal && (
    <ConcernBox
      meetingId={metadata.id}
      meeting={meeting}
      today={today}
      concern={concern}
      facilitators={facilitatorNames(facilitators(meeting), people, me)}
    />
  );
  return (
    <>
      {isFinal && (
        <Suspense>
          <FinalRail metadata={metadata} meeting={meeting} today={context.today} onReveal={onReveal} />
        </Suspense>
      )}
      {!isFinal && !isFollower && <AttentionList findings={findings} context={context} />}
      {isFollower && <ForYou meeting={meeting} me={me} onReveal={onReveal} />}
      {isFollower && concernBox}
      <RoomList people={people} sectionOf={sectionOf} onFollow={onFollow} />
      {mayWrite && me.role === 'facilitator' && (
        <BothVoices
          doc={doc}
          timed={outline.inTheRoom}
          inViewId={inViewId}
          side={me.side}
          onConcern={({ title }) => concern.raise({ text: `${title}: ` })}
          onGo={onReveal}
        />
      )}
      {!isFollower && concernBox}
    </>
  );
}
