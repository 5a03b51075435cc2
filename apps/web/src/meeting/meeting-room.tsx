import '@duet/editor/editor.css';
import { newId } from '@duet/domain';
import { useMeeting } from '@duet/editor';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MeetingMetadata, SessionPerson } from '../api/types.ts';
import { RefusalPage } from '../join/refusal-page.tsx';
import type { LocalPlace } from '../sync/local-edits.ts';
import { closedByDamage, type MeetingConnection } from '../sync/meeting-connection.ts';
import { useConnection, useConnectionState } from '../sync/use-connection.ts';
import { toasts } from '../ui/toast-store.ts';
import { MeetingSkeleton } from './meeting-skeleton.tsx';
import { MeetingView } from './meeting-view.tsx';
import { useStatusSignal } from './use-status-signal.ts';

interface MeetingRoomProps {
  readonly metadata: MeetingMetadata;
  readonly person: SessionPerson;
  /** Asks the server for the metadata again. */
  readonly onRefresh: () => Promise<void>;
  /** Goes through admission again. */
  readonly onReenter: () => void;
}

/** Everything that needs the document: loaded as one chunk, apart from the pages before it. */
export default function MeetingRoom({ metadata, person, onRefresh, onReenter }: MeetingRoomProps) {
  const { id, role, status, schemaVersion, finalizedBy } = metadata;
  const place = useMemo(() => ({ meetingId: id, personId: person.id }), [id, person.id]);
  const connection = useConnection({
    place,
    schemaVersion,
    mayWrite: role !== 'follower',
    locked: status === 'finalized',
  });
  const state = useConnectionState(connection);
  const before = useRef(status);
  const byMe = useRef(false);
  const [announced, setAnnounced] = useState<string | null>(null);
  const announce = useCallback(async () => {
    setAnnounced(newId());
    await onRefresh();
  }, [onRefresh]);
  const onStatusChanged = useCallback(() => {
    byMe.current = true;
    return announce();
  }, [announce]);
  useEffect(() => {
    const turned = (before.current === 'finalized') !== (status === 'finalized');
    const isNews = turned && !byMe.current;
    before.current = status;
    byMe.current = false;
    if (!isNews) return;
    if (status !== 'finalized') toasts.show({ tone: 'done', text: 'The notes are open again' });
    else
      toasts.show({ tone: 'locked', text: `${finalizedBy} finalized the notes`, sub: 'They can no longer be edited.' });
  }, [status, finalizedBy]);
  const asksAgain = state.lastClose !== null && (closedByDamage(state) || state.phase === 'ended');

  // Damage and lost rights are the metadata's to explain.
  useEffect(() => {
    if (asksAgain && state.ending !== 'outdated' && state.ending !== 'too-large') onReenter();
  }, [asksAgain, state.ending, onReenter]);

  if (state.ending === 'not-found') {
    return <RefusalPage id={id} reason="no-such-meeting" message="" onRetry={onReenter} />;
  }
  if (connection === null || state.phase === 'opening') return <MeetingSkeleton />;
  const room = { connection, metadata, place, announced, onRefresh, onStatusChanged, onKeptChanged: announce };
  return <Room key={connection.doc.guid} {...room} />;
}

interface RoomProps extends Pick<MeetingRoomProps, 'metadata' | 'onRefresh'> {
  readonly connection: MeetingConnection;
  readonly place: LocalPlace;
  readonly announced: string | null;
  readonly onStatusChanged: () => Promise<void>;
  readonly onKeptChanged: () => Promise<void>;
}

function Room({ announced, onRefresh, ...view }: RoomProps) {
  const meeting = useMeeting(view.connection.doc);
  useStatusSignal(view.connection, announced, onRefresh);
  return <MeetingView meeting={meeting} {...view} />;
}
