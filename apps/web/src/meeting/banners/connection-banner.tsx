import { read } from '@duet/document';
import { Check, CircleAlert, Lock, type LucideIcon, RefreshCw, WifiOff } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { MeetingConnection } from '../../sync/meeting-connection.ts';
import { useConnectionState } from '../../sync/use-connection.ts';
import { useTracked } from '../../sync/use-saved-state.ts';
import { LiveText } from '../../ui/live-text.tsx';
import { toasts } from '../../ui/toast-store.ts';
import { useSteady } from '../../ui/use-steady.ts';
import { backInSync, connectionNotice, type Notice } from './connection-notice.ts';
import { meetingText } from './meeting-text.ts';

const ICONS: Readonly<Record<Notice['icon'], LucideIcon>> = {
  offline: WifiOff,
  reconnecting: RefreshCw,
  back: Check,
  stopped: CircleAlert,
  locked: Lock,
};
/** Shorter breaks of the connection pass without a word. */
const PATIENCE_MS = 1200;
const BACK_MS = 4000;

export function ConnectionBanner({
  connection,
  locked,
}: {
  readonly connection: MeetingConnection;
  readonly locked: boolean;
}) {
  const state = useConnectionState(connection);
  const { reason } = useTracked(connection.tracker);
  // Told again whenever the tracker is: it hears of each edit and of each save.
  const unsaved = connection.unsavedPlaces.count;
  const networkIsDown = !useSyncExternalStore(subscribeToNetwork, () => navigator.onLine);
  // In a locked meeting a refusal is expected, and the banner for late edits explains it.
  const refusal = locked ? null : reason;
  const trouble = useSteady(
    connectionNotice({ connection: state, networkIsDown, unsaved, refusal }) !== null,
    PATIENCE_MS,
  );
  const notice = connectionNotice({ connection: state, networkIsDown, unsaved, refusal });
  const back = useBackInSync(trouble, unsaved);
  const shown = trouble ? notice : back;
  const isBad = shown?.tone === 'bad';
  return (
    <>
      {shown !== null && <Banner notice={shown} connection={connection} />}
      {/* The title alone: the number of edits changes with every key. */}
      <LiveText text={shown !== null && !isBad ? shown.title : ''} />
      <LiveText text={shown !== null && isBad ? `${shown.title} ${shown.text}` : ''} urgent />
    </>
  );
}

function Banner({ notice: shown, connection }: { readonly notice: Notice; readonly connection: MeetingConnection }) {
  const Icon = ICONS[shown.icon];
  return (
    <div className={`banner banner--page${shown.tone === 'neutral' ? '' : ` banner--${shown.tone}`}`}>
      <Icon className="icon" />
      <span>
        <strong>{shown.title}</strong> {shown.text}
      </span>
      <div className="banner__end">
        {shown.offers.includes('copy') && (
          <button type="button" className="btn btn--sm" onClick={() => copyNotes(connection)}>
            Copy edits
          </button>
        )}
        {shown.offers.includes('retry') && (
          <button type="button" className="btn btn--sm" onClick={() => connection.retry()}>
            Try now
          </button>
        )}
        {shown.offers.includes('reload') && (
          <button type="button" className="btn btn--sm" onClick={() => location.reload()}>
            Reload
          </button>
        )}
      </div>
    </div>
  );
}

/** Said once after trouble, for four seconds, with how many edits had been waiting. */
function useBackInSync(trouble: boolean, unsaved: number): Notice | null {
  const [back, setBack] = useState<Notice | null>(null);
  const waiting = useRef(0);
  const wasInTrouble = useRef(false);
  if (trouble) waiting.current = Math.max(waiting.current, unsaved);
  useEffect(() => {
    if (trouble) {
      wasInTrouble.current = true;
      return;
    }
    if (!wasInTrouble.current) return;
    wasInTrouble.current = false;
    setBack(backInSync(waiting.current));
    waiting.current = 0;
    const timer = setTimeout(() => setBack(null), BACK_MS);
    return () => clearTimeout(timer);
  }, [trouble]);
  return trouble ? null : back;
}

function copyNotes(connection: MeetingConnection): void {
  navigator.clipboard.writeText(meetingText(read(connection.doc))).then(
    () => toasts.show({ tone: 'done', text: 'Copied', sub: 'All text of this meeting, as this page has it.' }),
    () => toasts.show({ tone: 'error', text: 'Nothing was copied', sub: 'Select the text on the page and copy it.' }),
  );
}

function subscribeToNetwork(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}
