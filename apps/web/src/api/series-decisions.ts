import type { SeriesDecision } from '@duet/domain';
import { request } from './request.ts';

/** The decisions of the other meetings of its series, oldest first. */
export async function listSeriesDecisions(meetingId: string): Promise<readonly SeriesDecision[]> {
  const path = `/api/meetings/${encodeURIComponent(meetingId)}/decisions`;
  const { decisions } = await request<{ decisions: SeriesDecision[] }>(path);
  return decisions;
}
