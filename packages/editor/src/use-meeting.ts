import { bodyOf, meetingMapOf, peopleMapOf, read } from '@duet/document';
import type { Meeting } from '@duet/domain';
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';
import type { UseMeeting } from './api.ts';

/** The meeting as the document says it. Read again at most once a frame after a change, and in a hidden page once a second. */
export const useMeeting: UseMeeting = (doc) => {
  const latest = useRef<{ readonly doc: Y.Doc; readonly meeting: Meeting } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) =>
      onChange(doc, () => {
        latest.current = { doc, meeting: read(doc) };
        listener();
      }),
    [doc],
  );
  const snapshot = (): Meeting => {
    if (latest.current?.doc !== doc) latest.current = { doc, meeting: read(doc) };
    return latest.current.meeting;
  };
  return useSyncExternalStore(subscribe, snapshot);
};

/** Calls back after changes of what `read` reads, once for all changes of a frame. */
function onChange(doc: Y.Doc, callback: () => void): () => void {
  let cancel: (() => void) | null = null;
  const run = (): void => {
    cancel = null;
    callback();
  };
  const schedule = (): void => {
    if (cancel !== null) return;
    // A hidden page gets no frames.
    if (document.hidden) {
      const timer = setTimeout(run, 1_000);
      cancel = () => clearTimeout(timer);
    } else {
      const frame = requestAnimationFrame(run);
      cancel = () => cancelAnimationFrame(frame);
    }
  };
  const types = [bodyOf(doc), meetingMapOf(doc), peopleMapOf(doc)];
  for (const type of types) type.observeDeep(schedule);
  return () => {
    cancel?.();
    for (const type of types) type.unobserveDeep(schedule);
  };
}
