import { isoDateOf } from '@duet/domain';
import { ImportError, type ImportMediaType, importMeeting, type RecognisedCounts } from '@duet/export/import';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import type { PersonRecord } from '../records/types.ts';
import { createMeeting, type NewMeeting, titleOr } from './create-meeting.ts';

export interface Source {
  readonly mediaType: ImportMediaType;
  readonly text: string;
}

/** What an import would make. */
export interface Preview {
  readonly title: string;
  readonly date: string | null;
  readonly recognised: RecognisedCounts;
}

/** @throws Problem when the text is too much or no text. */
export function previewImport(duet: Duet, source: Source): Preview {
  const { meeting, recognised } = recognise(duet, source);
  return { title: titleOr(meeting.title), date: meeting.date, recognised };
}

/** Makes a meeting of notes from elsewhere. @throws Problem; then nothing was created. */
export async function importText(
  duet: Duet,
  source: Source,
  creator: PersonRecord | null,
): Promise<{ meeting: NewMeeting; recognised: RecognisedCounts }> {
  const { meeting: found, recognised } = recognise(duet, source);
  const content = { ...found, title: titleOr(found.title) };
  const meeting = await createMeeting(duet, { creator, content, people: found.people });
  return { meeting, recognised };
}

function recognise(duet: Duet, source: Source) {
  try {
    return importMeeting({ ...source, today: isoDateOf(duet.now().getTime()) });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new Problem(error.code === 'too-large' ? 'too-large' : 'bad-request', error.message);
  }
}
