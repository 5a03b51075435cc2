import { StorageError } from '@duet/storage';
import { type Caller, callerOf } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import type { MemberRecord, PersonRecord } from '../records/types.ts';
import { revisionsOf } from './revisions.ts';
import type { Summary } from './summaries.ts';

/** What everybody in the meeting may know of it. */
export async function describeMeeting(duet: Duet, file: MeetingFile, caller: Caller) {
  const { summary, quarantined } = await summaryOf(duet, file);
  const { schemaVersion, createdAt, seriesId, revisions, reopened } = file.record;
  const finalized =
    summary.status === 'finalized' && !quarantined ? (await revisionsOf(duet, file.id)).at(-1) : undefined;
  const { id, name, color, side, role, isPerson } = caller;
  return {
    id: file.id,
    ...summary,
    schemaVersion,
    role,
    quarantined,
    createdAt,
    seriesId,
    revision: finalized?.number ?? null,
    finalizedAt: finalized?.finalizedAt ?? null,
    finalizedBy: finalized?.finalizedBy ?? null,
    revisions,
    reopened: reopened ?? null,
    escalateTo: await escalationOf(duet, seriesId),
    previous: await previousOf(duet, file, caller),
    me: { id, name, color, side, role, isPerson },
  };
}

/** Damage to the series is no damage to its meetings. */
async function escalationOf(duet: Duet, seriesId: string | null): Promise<string | null> {
  if (seriesId === null) return null;
  const series = await duet.series.find(seriesId).catch(() => null);
  return series?.escalateTo ?? null;
}

/** The meeting before this one in its series, for who may come into that one too. Damage there is no damage here. */
async function previousOf(duet: Duet, { id, record }: MeetingFile, caller: Caller): Promise<string | null> {
  if (record.seriesId === null || !caller.isPerson) return null;
  const meetings = await duet.series.meetings(record.seriesId).catch(() => []);
  const previous = meetings[meetings.findIndex((meeting) => meeting.id === id) - 1];
  const file = previous && (await duet.files.find(previous.id).catch(() => null));
  if (!file || file.quarantined) return null;
  const member = await file.member(caller.id);
  return member === null || member.revokedAt !== null ? null : file.id;
}

/** The members who may come in, facilitators first. */
export async function listMembers(file: MeetingFile) {
  const active = (await file.members()).filter((member) => member.revokedAt === null);
  const order = ['facilitator', 'participant', 'follower'];
  return active
    .sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role) || a.name.localeCompare(b.name))
    .map(viewMember);
}

export function viewMember(member: MemberRecord) {
  const { id, name, color, side, role } = callerOf(member);
  return { id, name, color, side, role, joinedAt: member.joinedAt };
}

/**
 * The person's meetings, newest first, a page at a time: `next` is the `before` of the next page. It names the last one
 * shown by its time and its id, for meetings made in one millisecond stand on one page or the other, never on none.
 */
export async function listMeetings(duet: Duet, person: PersonRecord, page: { limit: number; before: string | null }) {
  const all = (await duet.people.listed(person.id, 'meeting'))
    .map(({ id, createdAt }) => ({ id, cursor: `${createdAt}_${id}` }))
    .sort((a, b) => (a.cursor < b.cursor ? 1 : -1));
  const { before } = page;
  const rest = before === null ? all : all.filter(({ cursor }) => cursor < before);
  const shown = rest.slice(0, page.limit);
  const meetings = await Promise.all(shown.map(({ id }) => describeListed(duet, id, person.id)));
  const next = rest.length > shown.length ? (shown.at(-1)?.cursor ?? null) : null;
  return { meetings: meetings.filter((meeting) => meeting !== null), next };
}

/** A meeting of which not even the record can be read still stands in the list: it is there, and it is damaged. */
const UNREADABLE = {
  title: 'Damaged meeting',
  date: null,
  status: 'live',
  role: 'follower',
  quarantined: true,
} as const;

async function describeListed(duet: Duet, id: string, personId: string) {
  const file = await duet.files.find(id).catch(() => null);
  if (file === null) return { id, ...UNREADABLE };
  const member = await file.member(personId);
  if (member === null || member.revokedAt !== null) return null;
  const { summary, quarantined } = await summaryOf(duet, file);
  const { createdAt, seriesId } = file.record;
  return { id, ...summary, role: member.role, quarantined, createdAt, seriesId };
}

/** Of a damaged meeting: what it was called when it was made. */
async function summaryOf(duet: Duet, file: MeetingFile): Promise<{ summary: Summary; quarantined: boolean }> {
  const { title, date, status } = file.record;
  const damaged = { summary: { title, date, status }, quarantined: true };
  if (file.quarantined) return damaged;
  try {
    return { summary: await duet.summaries.of(file), quarantined: false };
  } catch (error) {
    if (error instanceof StorageError && error.code === 'damaged') return damaged;
    throw error;
  }
}
