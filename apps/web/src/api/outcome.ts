import type { LastMeeting } from '@duet/domain';
import { request } from './request.ts';

/** What came out of a meeting, for the next one of its series. */
export function getOutcome(id: string): Promise<LastMeeting> {
  return request(`/api/meetings/${encodeURIComponent(id)}/outcome`);
}
