import { useEffect, useState } from 'react';
import { getNotes } from '../api/notes.ts';
import type { MeetingSummary } from '../api/types.ts';
import { latestFirst } from './next-meeting.ts';
import type { MeetingNotes } from './overview.ts';

/** How many of the latest meetings the home page reads. */
const READ = 8;

/** The notes of the latest meetings, as they come in; one that can't be read is left out. The latest first. */
export function useNotes(meetings: readonly MeetingSummary[]): readonly MeetingNotes[] {
  const [known, setKnown] = useState<readonly MeetingNotes[]>([]);
  useEffect(() => {
    let current = true;
    const wanted = latestFirst(meetings.filter((meeting) => !meeting.quarantined)).slice(0, READ);
    void Promise.allSettled(wanted.map(async (meeting) => ({ meeting, notes: await getNotes(meeting.id) }))).then(
      (results) => {
        if (current) setKnown(results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])));
      },
    );
    return () => {
      current = false;
    };
  }, [meetings]);
  return known;
}
