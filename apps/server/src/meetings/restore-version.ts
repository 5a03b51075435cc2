import { restoreContent } from '@duet/document';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { pastDocument, saveVersion } from './versions.ts';

/** Brings back what the meeting said at a moment, as an edit on top of everything since (G9). */
export async function restoreVersion(duet: Duet, id: string, seq: number, by: Caller): Promise<{ seq: number }> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file?.record.status === 'finalized')
      throw new Problem('finalized', 'Reopen it to bring back an earlier version.');
    const past = await pastDocument(duet, id, seq);
    if (past === null) throw forgottenMoment(seq);
    // What is about to be replaced stays within reach, also after the log is compacted.
    await saveVersion(duet, id);
    const restored = await duet.sync.edit(id, by.id, (doc) => restoreContent(doc, past));
    past.destroy();
    duet.summaries.touched(id);
    return { seq: restored };
  });
}

export function forgottenMoment(seq: number): Problem {
  return new Problem('not-found', `The history has no moment ${seq}, or it is too long ago. Choose one from the list.`);
}
