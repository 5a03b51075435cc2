import { meetingMapOf } from '@duet/document';
import { type IsoDate, parseIsoDate } from '@duet/domain';
import type * as Y from 'yjs';

/** The day of the meeting, as the shared document says it. */
export function meetingDateIn(doc: Y.Doc): IsoDate | null {
  const said = meetingMapOf(doc).get('date');
  return typeof said === 'string' ? parseIsoDate(said) : null;
}
