import { read } from '@duet/document';
import { carryOver, type IsoDate, isoDateOf, type Meeting } from '@duet/domain';
import { StorageError } from '@duet/storage';
import type { Duet } from '../duet.ts';
import { Problem, quarantinedProblem } from '../problem.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import type { MemberRecord, PersonRecord, SeriesRecord } from '../records/types.ts';
import { createMeeting, type NewMeeting, nextOpener } from './create-meeting.ts';
import { notesForNext } from './notes-for-next.ts';

export async function createSeries(duet: Duet, title: string, creator: PersonRecord): Promise<SeriesRecord> {
  const createdAt = duet.now().toISOString();
  return duet.series.create(title, creator.id, createdAt, (id) =>
    duet.people.list(creator.id, 'series', id, { id, createdAt }),
  );
}

export interface MeetingDetails {
  readonly title?: string | undefined;
  readonly date?: IsoDate | undefined;
}

/** A meeting from the template; in a series, the side that did not open last time opens (M23). */
export async function startMeeting(
  duet: Duet,
  creator: PersonRecord,
  details: MeetingDetails,
  seriesId: string | undefined,
): Promise<NewMeeting> {
  if (seriesId === undefined) return createMeeting(duet, { creator, content: details });
  return duet.serial.run(`series:${seriesId}`, async () => {
    const { series, position, previous } = await openSeries(duet, seriesId, creator);
    const first = previous ? nextOpener(await contentOf(duet, previous)) : undefined;
    const content = { title: details.title ?? series.title, date: details.date, first };
    const notes = previous ? await notesForNext(duet, previous.id) : [];
    return createMeeting(duet, { creator, content, series: { id: seriesId, position }, notes });
  });
}

/** The next meeting of a series with what is still open (M35). The members of the last one may come in as they were. */
export async function startNextMeeting(
  duet: Duet,
  creator: PersonRecord,
  details: MeetingDetails,
  seriesId: string,
): Promise<NewMeeting> {
  return duet.serial.run(`series:${seriesId}`, async () => {
    const { series, position, previous } = await openSeries(duet, seriesId, creator);
    const place = { id: seriesId, position };
    if (previous === null) {
      const content = { title: details.title ?? series.title, date: details.date };
      return createMeeting(duet, { creator, content, series: place });
    }
    const content = carryOver(await contentOf(duet, previous), defined(details));
    const dated = { ...content, date: content.date ?? isoDateOf(duet.now().getTime()) };
    const notes = await notesForNext(duet, previous.id);
    return createMeeting(duet, {
      creator,
      content: dated,
      series: place,
      notes,
      carriedMembers: await staying(previous),
    });
  });
}

/**
 * Notes from elsewhere as the latest meeting of a series, with the members of the one before. The next one goes on from it, so
 * notes of an earlier day are refused.
 */
export async function startFromNotes(
  duet: Duet,
  creator: PersonRecord,
  content: Meeting,
  seriesId: string,
): Promise<NewMeeting> {
  return duet.serial.run(`series:${seriesId}`, async () => {
    const { position, previous } = await openSeries(duet, seriesId, creator);
    const last = previous?.record.date ?? null;
    if (last !== null && (content.date === null || content.date < last)) {
      throw new Problem(
        'bad-request',
        `This series has a meeting of ${last}, and the next one goes on from the latest. Nothing was created. Import earlier notes outside the series, or say a later day.`,
      );
    }
    const notes = previous ? await notesForNext(duet, previous.id) : [];
    const series = { id: seriesId, position };
    const carriedMembers = await staying(previous);
    return createMeeting(duet, { creator, content, people: content.people, series, notes, carriedMembers });
  });
}

async function staying(previous: MeetingFile | null): Promise<readonly MemberRecord[]> {
  return ((await previous?.members()) ?? []).filter((member) => member.revokedAt === null);
}

function defined({ title, date }: MeetingDetails): { title?: string; date?: IsoDate } {
  return { ...(title !== undefined && { title }), ...(date !== undefined && { date }) };
}

/** @throws Problem unless the person made the series or facilitated its last meeting. */
async function openSeries(
  duet: Duet,
  seriesId: string,
  person: PersonRecord,
): Promise<{ series: SeriesRecord; position: number; previous: MeetingFile | null }> {
  const series = await duet.series.find(seriesId);
  if (series === null) throw new Problem('not-found', 'There is no such series.');
  const meetings = await duet.series.meetings(seriesId);
  const last = meetings.at(-1);
  const previous = last ? await duet.files.find(last.id) : null;
  const member = await previous?.member(person.id);
  const facilitates = member?.role === 'facilitator' && member.revokedAt === null;
  if (!facilitates && series.createdBy !== person.id) {
    throw new Problem('not-allowed', 'Only a facilitator of the last meeting of this series can start the next one.');
  }
  return { series, position: meetings.length, previous };
}

async function contentOf(duet: Duet, file: MeetingFile): Promise<Meeting> {
  try {
    const doc = await duet.sync.read(file.id);
    const meeting = read(doc);
    doc.destroy();
    return meeting;
  } catch (error) {
    if (error instanceof StorageError && error.code === 'damaged') throw quarantinedProblem();
    throw error;
  }
}
