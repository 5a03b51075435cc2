import type { Audience } from '@duet/domain';
import type { Change, DocumentStore } from '@duet/storage';
import { decodeJson, encodeJson } from '../records/json.ts';
import { meetingChange } from '../records/meeting-file.ts';
import { numbered } from '../records/names.ts';
import { type DeliveryRecord, type FollowUpRecord, isUnfinished } from './types.ts';

/**
 * The follow-ups of a meeting and their deliveries are records of the meeting. Which meetings have deliveries that are
 * not finished also stands in a document of its own, so that a server that starts need not look at every meeting.
 */
const QUEUE = 'queue:follow-up';

export async function followUpsOf(store: DocumentStore, meeting: string): Promise<readonly FollowUpRecord[]> {
  return [...(await store.records(meeting, 'follow-up/')).values()].map((bytes) => decodeJson<FollowUpRecord>(bytes));
}

export async function deliveriesOf(store: DocumentStore, meeting: string): Promise<readonly DeliveryRecord[]> {
  return [...(await store.records(meeting, 'delivery/')).values()].map((bytes) => decodeJson<DeliveryRecord>(bytes));
}

export async function deliveryOf(store: DocumentStore, meeting: string, name: string): Promise<DeliveryRecord | null> {
  const bytes = await store.record(meeting, name);
  return bytes && decodeJson<DeliveryRecord>(bytes);
}

function followUpName(revision: number, audience: Audience): string {
  return `follow-up/${numbered(revision)}/${audience}`;
}

export function followUpChange(meeting: string, record: FollowUpRecord): Change {
  return meetingChange(meeting, followUpName(record.revision, record.audience), record);
}

export function deliveryName({ revision, audience, id }: DeliveryRecord): string {
  return `delivery/${numbered(revision)}/${audience}/${id}`;
}

/**
 * What stores deliveries, and that the meeting has work left or none. The caller has the meeting to itself.
 * @param known all of the meeting as they were before
 */
export function deliveryChanges(
  store: DocumentStore,
  meeting: string,
  known: readonly DeliveryRecord[],
  changed: readonly DeliveryRecord[],
): readonly Change[] {
  const after = new Map([...known, ...changed].map((each) => [each.id, each]));
  const [had, has] = [known.some(isUnfinished), [...after.values()].some(isUnfinished)];
  const listed = had === has ? [] : listChanges(store, meeting, has);
  return [...changed.map((each) => meetingChange(meeting, deliveryName(each), each)), ...listed];
}

/** Where the list itself is damaged, meetings must go on without it: see {@link meetingsWithWork}. */
function listChanges(store: DocumentStore, meeting: string, has: boolean): readonly Change[] {
  if (isListDamaged(store)) return [];
  return [{ kind: 'record', document: QUEUE, name: `meeting/${meeting}`, value: has ? encodeJson({}) : null }];
}

/** The meetings that may have unfinished deliveries: all of them where the list is damaged. */
export async function meetingsWithWork(store: DocumentStore): Promise<readonly string[]> {
  if (!isListDamaged(store)) {
    const listed = await store.records(QUEUE, 'meeting/');
    return [...listed.keys()].map((name) => name.slice('meeting/'.length));
  }
  return (await store.documents()).filter((document) => !document.includes(':'));
}

function isListDamaged(store: DocumentStore): boolean {
  return store.damage().some(({ document }) => document === QUEUE);
}
