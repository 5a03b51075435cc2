import { listMeetings } from '../../api/meetings.ts';
import type { MeetingMetadata, MeetingSummary } from '../../api/types.ts';
import { useAsync } from '../../ui/use-async.ts';

/** The other meetings of the same series that this person may open; null while they are not known. */
export function useSeriesMeetings({ id, seriesId }: MeetingMetadata): readonly MeetingSummary[] | null {
  const loaded = useAsync(async () => {
    if (seriesId === null) return [];
    return (await listMeetings()).filter((meeting) => meeting.seriesId === seriesId && meeting.id !== id);
  }, [id, seriesId]);
  return loaded.state === 'done' ? loaded.value : null;
}
