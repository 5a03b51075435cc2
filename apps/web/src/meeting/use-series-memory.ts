import type { SeriesMemory } from '@duet/editor';
import { useEffect, useMemo, useState } from 'react';
import type * as Y from 'yjs';

/**
 * What the other meetings of the series decided. It is asked for once the notes are on the screen; null until it is known.
 * @param isLive the notes are there, and this page is connected
 */
export function useSeriesMemory(meetingId: string, doc: Y.Doc, isLive: boolean): SeriesMemory | null {
  const [known, setKnown] = useState<Omit<SeriesMemory, 'isLive'> | null>(null);
  const isWanted = isLive && known === null;
  useEffect(() => {
    if (!isWanted) return;
    // Where it can't be had, nothing is said of other meetings, until the next connection.
    import('./series-memory.ts')
      .then(({ recallSeries }) => recallSeries(meetingId, doc))
      .then(setKnown, () => undefined);
  }, [meetingId, doc, isWanted]);
  return useMemo(() => known && { ...known, isLive }, [known, isLive]);
}
