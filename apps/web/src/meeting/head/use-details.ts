import { meetingMapOf, readDetails } from '@duet/document';
import type { Meeting } from '@duet/domain';
import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

/**
 * The details as the document says them, at once. The meeting is read a moment later, and a field that showed that would
 * lose the next key: the browser goes on from what React put back.
 */
export function useDetails(doc: Y.Doc): Pick<Meeting, 'title' | 'date' | 'durationMinutes'> {
  const subscribe = useCallback(
    (listener: () => void) => {
      const map = meetingMapOf(doc);
      map.observe(listener);
      return () => map.unobserve(listener);
    },
    [doc],
  );
  return {
    title: useSyncExternalStore(subscribe, () => readDetails(doc).title),
    date: useSyncExternalStore(subscribe, () => readDetails(doc).date),
    durationMinutes: useSyncExternalStore(subscribe, () => readDetails(doc).durationMinutes),
  };
}
