import { type IsoDate, isoDateOf, type Meeting } from '@duet/domain';
import {
  decodeText,
  ImportError,
  type ImportMediaType,
  type ImportResult,
  importMeetingInTurns,
  type RecognisedCounts,
  type RecognisedSamples,
} from '@duet/export/import';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import type { PersonRecord } from '../records/types.ts';
import { createMeeting, type NewMeeting, titleOr } from './create-meeting.ts';
import { startFromNotes } from './series.ts';

export interface Source {
  readonly mediaType: ImportMediaType;
  readonly text: string;
}

/** What an import would make. */
export interface Preview {
  readonly title: string;
  readonly date: string | null;
  readonly recognised: RecognisedCounts;
  readonly samples: RecognisedSamples;
}

/** What the person who imports says otherwise than the text. */
export interface ImportDetails {
  readonly title?: string | undefined;
  readonly date?: IsoDate | undefined;
  /** The series that it is the latest meeting of. */
  readonly seriesId?: string | undefined;
}

/** @throws Problem when the text is too much or no text. */
export async function previewImport(duet: Duet, source: Source): Promise<Preview> {
  const { meeting, recognised, samples } = await recognise(duet, source);
  return { title: titleOr(meeting.title), date: meeting.date, recognised, samples };
}

interface Imported {
  readonly meeting: NewMeeting;
  readonly recognised: RecognisedCounts;
}

/** Makes a meeting of notes from elsewhere. @throws Problem; then nothing was created. */
export async function importText(
  duet: Duet,
  source: Source,
  creator: PersonRecord,
  { seriesId, ...details }: ImportDetails,
): Promise<Imported> {
  const { content, recognised } = await contentOf(duet, source, details);
  const { people } = content;
  const meeting =
    seriesId === undefined
      ? await createMeeting(duet, { creator, content, people })
      : await startFromNotes(duet, creator, content, seriesId);
  return { meeting, recognised };
}

/** The same where nobody is there: whoever opens its facilitator link is the first. */
export async function importUnattended(duet: Duet, source: Source): Promise<Imported> {
  const { content, recognised } = await contentOf(duet, source, {});
  return { meeting: await createMeeting(duet, { creator: null, content, people: content.people }), recognised };
}

async function contentOf(
  duet: Duet,
  source: Source,
  details: Omit<ImportDetails, 'seriesId'>,
): Promise<{ content: Meeting; recognised: RecognisedCounts }> {
  const { meeting: found, recognised } = await recognise(duet, source);
  const content: Meeting = { ...found, title: details.title ?? titleOr(found.title), date: details.date ?? found.date };
  return { content, recognised };
}

/** Bytes that somebody sent as a text. @throws Problem when they are none. */
export function textOf(bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (error) {
    throw asProblem(error);
  }
}

/** UTF-16 units that are read within the blink of an eye: one meeting, even a long one. */
const SHORT = 64 * 1024;

/**
 * Each in turns of a few milliseconds, so that meetings go on as if nothing was read; and one at a time, but what is
 * short does not wait for what is long, which can take seconds.
 */
function recognise(duet: Duet, source: Source): Promise<ImportResult> {
  return duet.serial.run(source.text.length > SHORT ? 'long import' : 'import', async () => {
    try {
      return await importMeetingInTurns({ ...source, today: isoDateOf(duet.now().getTime()) });
    } catch (error) {
      throw asProblem(error);
    }
  });
}

function asProblem(error: unknown): unknown {
  if (!(error instanceof ImportError)) return error;
  return new Problem(error.code === 'too-large' ? 'too-large' : 'bad-request', error.message);
}
