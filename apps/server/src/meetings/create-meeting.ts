import { appendText, insertBlocks, read, SCHEMA_VERSION, setDetails, setPerson, templateUpdate } from '@duet/document';
import {
  type Attendee,
  type IsoDate,
  isoDateOf,
  type Meeting,
  type NextMeeting,
  ROLES,
  type Role,
  sections,
  type Voice,
} from '@duet/domain';
import type { Change } from '@duet/storage';
import * as Y from 'yjs';
import { newInviteKey } from '../auth/invite-key.ts';
import { hashSecret } from '../auth/secrets.ts';
import type { Duet } from '../duet.ts';
import { meetingChange } from '../records/meeting-file.ts';
import { newName } from '../records/names.ts';
import type { KeptText, KeyRecord, ListedRecord, MeetingRecord, MemberRecord, PersonRecord } from '../records/types.ts';
import { stateVectorOf } from './summaries.ts';

export interface NewMeeting {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly status: MeetingRecord['status'];
  readonly schemaVersion: number;
  readonly seriesId: string | null;
  /** The only time that the keys are told: they are stored hashed. */
  readonly keys: Readonly<Record<Role, string>>;
}

export interface Opening {
  /** Becomes a facilitator. Null when nobody is there: whoever opens the facilitators' link is the first. */
  readonly creator: PersonRecord | null;
  readonly content: NextMeeting | TemplateDetails;
  /** Left by the meeting before, each for the end of a section. */
  readonly notes?: readonly Pick<KeptText, 'place' | 'text'>[];
  /** Who was in the meeting that the content tells of. */
  readonly people?: readonly Attendee[];
  /** The series that it belongs to, and how many meetings that has already. */
  readonly series?: { readonly id: string; readonly position: number };
  /** Members of the meeting before: they may come in as they were. */
  readonly carriedMembers?: readonly MemberRecord[];
}

interface TemplateDetails {
  readonly title?: string | undefined;
  readonly date?: IsoDate | undefined;
  readonly first?: Voice | undefined;
}

/**
 * Makes a meeting: its content, record, keys and members are one commit, so a meeting exists whole or not at all,
 * and its template exactly once (M1).
 */
export async function createMeeting(duet: Duet, opening: Opening): Promise<NewMeeting> {
  const { creator, series } = opening;
  const id = newName();
  const now = duet.now();
  const createdAt = now.toISOString();
  const doc = contentOf(opening.content, isoDateOf(now.getTime()));
  for (const { place, text } of opening.notes ?? []) appendText(doc, place, text);
  for (const person of opening.people ?? []) if (person.name !== creator?.name) setPerson(doc, person);
  if (creator) setPerson(doc, { ...creator, role: 'facilitator' });
  const { title, date } = read(doc);
  const record: MeetingRecord = {
    title,
    date,
    createdAt,
    seriesId: series?.id ?? null,
    schemaVersion: SCHEMA_VERSION,
    status: 'draft',
    template: stateVectorOf(doc),
    revisions: 0,
  };
  const keys = newKeys(id);
  const members = (opening.carriedMembers ?? [])
    .filter((member) => member.id !== creator?.id)
    .map((member): MemberRecord => ({ ...member, joinedAt: null }));
  if (creator) members.push({ ...creator, role: 'facilitator', joinedAt: createdAt, revokedAt: null });
  const listed: ListedRecord = { id, createdAt };
  await duet.store.commit([
    { kind: 'update', document: id, update: Y.encodeStateAsUpdate(doc), actor: creator?.id ?? 'import' },
    meetingChange(id, 'meeting', record),
    ...ROLES.map((role) => meetingChange(id, `key/${role}`, keyRecord(keys[role], createdAt))),
    ...members.flatMap((member): Change[] => [
      meetingChange(id, `member/${member.id}`, member),
      ...duet.people.list(member.id, 'meeting', id, listed),
      ...(series ? duet.people.list(member.id, 'series', series.id, { id: series.id, createdAt }) : []),
    ]),
    ...(series ? [duet.series.add(series.id, series.position, listed)] : []),
  ]);
  doc.destroy();
  return { id, title, date, status: record.status, schemaVersion: SCHEMA_VERSION, seriesId: record.seriesId, keys };
}

export function keyRecord(key: string, createdAt: string): KeyRecord {
  return { hash: hashSecret(key), createdAt };
}

function newKeys(id: string): Record<Role, string> {
  return { facilitator: newInviteKey(id), participant: newInviteKey(id), follower: newInviteKey(id) };
}

function contentOf(content: NextMeeting | TemplateDetails, today: IsoDate): Y.Doc {
  const doc = new Y.Doc();
  if ('blocks' in content) {
    const { blocks, title, date, durationMinutes } = content;
    setDetails(doc, { title, date, durationMinutes });
    insertBlocks(doc, blocks);
  } else {
    const { date = today, first } = content;
    Y.applyUpdate(doc, templateUpdate({ title: titleOr(content.title), date }, first));
  }
  return doc;
}

/** The title, or what a document without one is called. */
export function titleOr(title: string | undefined): string {
  return title || read(new Y.Doc()).title;
}

/** The side that opens the meeting after this one (M23). */
export function nextOpener(previous: Meeting): Voice {
  const first = sections(previous).find((section) => section.heading?.opener != null)?.heading?.opener;
  return first === 'product' ? 'engineering' : 'product';
}
