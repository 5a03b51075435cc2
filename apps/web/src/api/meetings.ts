import type { ReadinessPart, Resolution, Role, Side } from '@duet/domain';
import type { FollowUpChoice } from './follow-up.ts';
import { request } from './request.ts';
import type {
  ActionChange,
  Finalized,
  HandledAnswer,
  KeptText,
  MeetingMember,
  MeetingMetadata,
  MeetingSummary,
  NewMeeting,
  Series,
} from './types.ts';

const at = (id: string, rest = ''): string => `/api/meetings/${encodeURIComponent(id)}${rest}`;

interface MeetingPage {
  readonly meetings: readonly MeetingSummary[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
}

/** All meetings of the caller. */
export async function listMeetings(): Promise<readonly MeetingSummary[]> {
  const meetings: MeetingSummary[] = [];
  let next: string | null = null;
  do {
    const from: string = next === null ? '' : `?before=${encodeURIComponent(next)}`;
    const page: MeetingPage = await request<MeetingPage>(`/api/meetings${from}`);
    meetings.push(...page.meetings);
    next = page.next;
  } while (next !== null);
  return meetings;
}

export async function listSeries(): Promise<readonly Series[]> {
  const { series } = await request<{ series: Series[] }>('/api/series');
  return series;
}

export function createSeries(title: string): Promise<Series> {
  return request('/api/series', { method: 'POST', body: { title } });
}

export function createMeeting(meeting: { title?: string; date?: string; seriesId?: string }): Promise<NewMeeting> {
  return request('/api/meetings', { method: 'POST', body: meeting });
}

/** A filled meeting to look around in. Its days lie around `date`. */
export function createSampleMeeting(date: string): Promise<NewMeeting> {
  return request('/api/meetings', { method: 'POST', body: { sample: true, date } });
}

/** The next meeting of a series takes over what the last one left open. */
export function nextOfSeries(seriesId: string, details: { title?: string; date?: string }): Promise<NewMeeting> {
  return request(`/api/series/${encodeURIComponent(seriesId)}/next`, { method: 'POST', body: details });
}

/** As the person of this session, or as whoever holds `key`. */
export function getMeeting(id: string, key?: string): Promise<MeetingMetadata> {
  return request(at(id), key === undefined ? {} : { key });
}

/** Makes the person of this session a member, with the role of the key. */
export function joinMeeting(id: string, join: { key: string; name: string; side: Side }): Promise<{ role: Role }> {
  return request(at(id, '/join'), { method: 'POST', body: join });
}

export function finalizeMeeting(
  id: string,
  resolutions: readonly Resolution[],
  followUp: FollowUpChoice,
): Promise<Finalized> {
  const body = {
    resolutions: resolutions.map(({ id: entry, field, value }) => ({ id: entry, [field]: value })),
    followUp,
  };
  return request(at(id, '/finalize'), { method: 'POST', body });
}

export function reopenMeeting(id: string): Promise<unknown> {
  return request(at(id, '/reopen'), { method: 'POST' });
}

/** @returns the new key; the old one opens nothing from now on. */
export function rotateKey(id: string, role: Role): Promise<{ key: string }> {
  return request(at(id, `/keys/${role}/rotate`), { method: 'POST' });
}

export function changeAction(id: string, actionId: string, change: ActionChange): Promise<unknown> {
  return request(at(id, `/actions/${encodeURIComponent(actionId)}`), { method: 'PATCH', body: change });
}

/** What this person wrote after the notes were final; of everybody, for a facilitator. */
export async function listLate(id: string): Promise<readonly KeptText[]> {
  const { items } = await request<{ items: KeptText[] }>(at(id, '/late'));
  return items;
}

/** What a merge removed though nobody deleted it. For facilitators. */
export async function listRescued(id: string): Promise<readonly KeptText[]> {
  const { items } = await request<{ items: KeptText[] }>(at(id, '/rescued'));
  return items;
}

/** For facilitators: takes a kept text off everybody's list of what waits, or puts it there again. */
export function setHandled(
  id: string,
  list: 'rescued' | 'late',
  itemId: string,
  handled: boolean,
): Promise<HandledAnswer> {
  return request(at(id, `/${list}/${encodeURIComponent(itemId)}`), { method: 'PATCH', body: { handled } });
}

/** Takes a late text off the list, into the next meeting of the series. */
export function noteForNext(id: string, itemId: string): Promise<HandledAnswer> {
  const body = { handled: true, forNext: true };
  return request(at(id, `/late/${encodeURIComponent(itemId)}`), { method: 'PATCH', body });
}

export async function getReadiness(id: string): Promise<readonly ReadinessPart[]> {
  const { parts } = await request<{ parts: ReadinessPart[] }>(at(id, '/readiness'));
  return parts;
}

/** Who may come in, facilitators first. */
export async function listMembers(id: string): Promise<readonly MeetingMember[]> {
  const { members } = await request<{ members: MeetingMember[] }>(at(id, '/members'));
  return members;
}

/** They are out at once. Whoever still has a link that works may come back with it. */
export function removeMember(id: string, memberId: string): Promise<unknown> {
  return request(at(id, `/members/${encodeURIComponent(memberId)}`), { method: 'DELETE' });
}

/** `about` is the id of the block or row whose day it threatens. */
export function raiseConcern(id: string, concern: { text: string; about?: string }): Promise<unknown> {
  return request(at(id, '/concerns'), { method: 'POST', body: concern });
}

export function salvageHref(id: string): string {
  return at(id, '/salvage');
}
