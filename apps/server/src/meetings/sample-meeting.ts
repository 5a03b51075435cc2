import { sampleMeeting } from '@duet/document';
import { type IsoDate, isoDateOf } from '@duet/domain';
import type { Duet } from '../duet.ts';
import type { PersonRecord } from '../records/types.ts';
import { createMeeting, type NewMeeting } from './create-meeting.ts';

/** A filled meeting to look around in: like any other from here on. Its days lie around `date`, by default today. */
export function startSampleMeeting(duet: Duet, creator: PersonRecord, date?: IsoDate): Promise<NewMeeting> {
  const content = sampleMeeting(date ?? isoDateOf(duet.now().getTime()));
  return createMeeting(duet, { creator, content, people: content.people });
}
