import type { ReadinessPart } from '@duet/domain';
import { useEffect, useState } from 'react';
import { getReadiness } from '../api/meetings.ts';
import type { MeetingSummary } from '../api/types.ts';

/** What is ready of a meeting; null until it is known, and where it can't be. */
export function useReadiness({ id, quarantined }: MeetingSummary): readonly ReadinessPart[] | null {
  const [parts, setParts] = useState<readonly ReadinessPart[] | null>(null);
  useEffect(() => {
    let current = true;
    setParts(null);
    // Without an answer the card says nothing of it.
    if (!quarantined)
      getReadiness(id).then(
        (known) => current && setParts(known),
        () => undefined,
      );
    return () => {
      current = false;
    };
  }, [id, quarantined]);
  return parts;
}
