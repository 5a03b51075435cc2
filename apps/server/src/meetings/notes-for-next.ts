import { appendText } from '@duet/document';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import type { KeptText } from '../records/types.ts';
import { type HandledAnswer, lateTexts, setHandled } from './kept-lists.ts';

type Note = Pick<KeptText, 'place' | 'text'>;

/**
 * Takes a late text off the list, for the next meeting of the series (M31): one that is not made yet begins with it, one
 * that is gets it at the end of the same section.
 */
export function noteForNext(
  duet: Duet,
  { id, record: { seriesId } }: MeetingFile,
  itemId: string,
  by: Caller,
): Promise<HandledAnswer> {
  if (seriesId === null) throw new Problem('bad-request', 'This meeting is in no series. Copy the text instead.');
  return duet.serial.run(`series:${seriesId}`, async () => {
    const last = (await duet.series.meetings(seriesId)).at(-1)?.id;
    if (last !== undefined && last !== id) await putInto(duet, last, by, await waitingNote(duet, id, itemId));
    return setHandled(duet, id, `late/${itemId}`, { by: by.name, forNext: true });
  });
}

/** What a meeting leaves to the next one, as notes with their authors. */
export async function notesForNext(duet: Duet, id: string): Promise<readonly Note[]> {
  return (await lateTexts(duet, id, null)).filter(({ handled }) => handled?.forNext).map(noteOf);
}

function noteOf({ place, author, text }: KeptText): Note {
  return { place, text: `${author.name}, after the last notes were final: ${text}` };
}

/** Null once somebody took care of it: then it must not be put in again. */
async function waitingNote(duet: Duet, id: string, itemId: string): Promise<Note | null> {
  const item = (await lateTexts(duet, id, null)).find((one) => one.id === itemId);
  return item === undefined || item.handled ? null : noteOf(item);
}

async function putInto(duet: Duet, next: string, by: Caller, note: Note | null): Promise<void> {
  if (note === null) return;
  const file = await duet.files.find(next);
  const member = await file?.member(by.id);
  if (!member || member.revokedAt !== null || member.role === 'follower' || file?.record.status === 'finalized') {
    throw new Problem(
      'bad-request',
      'The next meeting was made already, and you cannot write in it. The text stays on this list; copy it instead.',
    );
  }
  await duet.sync.edit(next, by.id, (doc) => appendText(doc, note.place, note.text));
  duet.summaries.touched(next);
}
