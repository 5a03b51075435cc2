import { useEffect, useState } from 'react';
import { listLate, listRescued } from '../../api/meetings.ts';
import type { KeptText, MeetingMetadata } from '../../api/types.ts';

/** What waits for a facilitator: words that are not in the notes, and that nobody has taken care of yet. */
export interface WaitingTexts {
  readonly rescued: readonly KeptText[];
  readonly late: readonly KeptText[];
}

const waits = (item: KeptText): boolean => item.handled === undefined;

/**
 * Asked again whenever the metadata were, so with their poll and at the word of other pages. Null for everybody but
 * facilitators, and until the server has answered once.
 */
export function useWaitingTexts(metadata: MeetingMetadata): WaitingTexts | null {
  const [waiting, setWaiting] = useState<WaitingTexts | null>(null);
  useEffect(() => {
    if (metadata.role !== 'facilitator') {
      setWaiting(null);
      return;
    }
    let current = true;
    Promise.all([listRescued(metadata.id), listLate(metadata.id)]).then(
      ([rescued, late]) => current && setWaiting({ rescued: rescued.filter(waits), late: late.filter(waits) }),
      // The next poll asks again; until then the last answer stands.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [metadata]);
  return waiting;
}
