import { useCallback, useEffect, useRef, useState } from 'react';
import { messageOf } from '../api/api-error.ts';
import { getMeeting } from '../api/meetings.ts';
import type { MeetingMetadata } from '../api/types.ts';
import { useSession } from '../app/session-context.tsx';
import { type Admission, admit } from '../join/admission.ts';
import { JoinPage } from '../join/join-page.tsx';
import { RefusalPage } from '../join/refusal-page.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { MeetingSkeleton } from './meeting-skeleton.tsx';
import { useLinkKey } from './use-link-key.ts';

const MOST_REENTRIES = 2;

/** `/m/{id}`: from the address to the room, by way of the join page or of a page that says why not. */
export function MeetingRoute({ id }: { readonly id: string }) {
  const { person, error: sessionError, retry: retrySession, recognise } = useSession();
  const key = useLinkKey();
  const [admission, setAdmission] = useState<Admission | null>(null);
  const [attempt, setAttempt] = useState(0);
  const reentries = useRef(0);

  const MeetingRoom = useLoaded(loadRoom);

  // Without a key both answers are needed, who is here and what meeting this is: neither waits for the other.
  const asked = useRef<Promise<MeetingMetadata> | undefined>(undefined);
  useEffect(() => {
    asked.current = key === null ? getMeeting(id) : undefined;
    asked.current?.catch(() => {});
  }, [id, key, attempt]);

  useEffect(() => {
    if (person === undefined) return;
    let current = true;
    const early = asked.current;
    asked.current = undefined;
    void admit(id, key, person, early).then((outcome) => current && setAdmission(outcome));
    return () => {
      current = false;
    };
  }, [id, key, person, attempt]);

  const isForgotten = person === null && admission?.state === 'in';
  useEffect(() => {
    if (isForgotten) recognise();
  }, [isForgotten, recognise]);

  const refresh = useCallback(async (): Promise<void> => {
    const metadata: MeetingMetadata = await getMeeting(id);
    setAdmission({ state: 'in', metadata });
  }, [id]);

  const ask = useCallback((): void => {
    setAdmission(null);
    setAttempt((count) => count + 1);
  }, []);
  const retry = (): void => {
    reentries.current = 0;
    if (sessionError !== null) retrySession();
    ask();
  };
  /** The room was left because its socket was refused. A server that says yes here and no there is not asked for ever. */
  const reenter = useCallback((): void => {
    reentries.current++;
    if (reentries.current <= MOST_REENTRIES) ask();
    else setAdmission({ state: 'refused', reason: 'away', message: '' });
  }, [ask]);
  if (sessionError !== null) {
    return <RefusalPage id={id} reason="away" message={messageOf(sessionError)} onRetry={retry} />;
  }
  if (admission === null || person === undefined) return <MeetingSkeleton />;
  if (admission.state === 'introduce') return <JoinPage meeting={admission.metadata} />;
  if (admission.state === 'refused') return <RefusalPage id={id} {...admission} onRetry={retry} />;
  if (person === null || MeetingRoom === null) return <MeetingSkeleton />;
  return <MeetingRoom metadata={admission.metadata} person={person} onRefresh={refresh} onReenter={reenter} />;
}

/** What shows a meeting, with the editor: on its way while the server is asked, since both are needed. */
const loadRoom = () => import('./meeting-room.tsx');
