import { isDocumentName, newId } from '@duet/domain';

/**
 * Where everything that is not the shared document itself is kept. Meetings, people and series are documents of the
 * store, so that damage to one closes that one only; what belongs to them are records of theirs:
 *
 *   <meeting id>                      the shared document (updates) and
 *     meeting                         MeetingRecord
 *     key/<role>                      KeyRecord
 *     member/<person id>              MemberRecord
 *     revision/<number>               RevisionRecord
 *     artefact/<number>/<format>      the bytes of an export of that revision, written once
 *     state/<number>                  the encoded state that the revision sealed
 *     version/<seq>, past/<seq>       VersionRecord, and its encoded state
 *     action-change/<stamp>           a change of an action after finalize
 *     late/<hash>, late-bytes/<hash>  LateRecord, and its update
 *     late-total                      LateTotalRecord
 *     rescued/<key of the loss>       RescuedRecord
 *     follow-up/<revision>/<audience>      FollowUpRecord, and
 *     delivery/<revision>/<audience>/<id>  DeliveryRecord: one message to one recipient (follow-up/types.ts)
 *     follow-up-channels              ChannelsRecord, of a meeting in no series
 *   person:<id>
 *     person                          PersonRecord
 *     session/<hash of the token>     SessionRecord
 *     meeting/<id>, series/<id>       what the person sees at home
 *   series:<id>
 *     series                          SeriesRecord
 *     meeting/<position>              its meetings, oldest first
 *     follow-up-channels              ChannelsRecord
 *   queue:follow-up
 *     meeting/<id>                    it has deliveries that are not finished
 *
 * A name with a colon is no document name on the wire (G20): nobody reaches people or series through `/sync`.
 */
const NAME_LENGTH = 22;

/** The name of a new meeting, person or series: about 130 random bits. */
export function newName(): string {
  return newId(NAME_LENGTH);
}

/** @returns null for what cannot be the id of a person or series. */
export function personDocument(id: string): string | null {
  return isDocumentName(id) ? `person:${id}` : null;
}

export function seriesDocument(id: string): string | null {
  return isDocumentName(id) ? `series:${id}` : null;
}

/** A record name part that sorts by time and is unique. */
export function stampOf(at: Date): string {
  return `${at.toISOString()}-${newId()}`;
}

/** A record name part that sorts as the number does. */
export function numbered(number: number): string {
  return String(number).padStart(12, '0');
}
