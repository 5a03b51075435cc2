import { endOfSection, insertBlocks, read } from '@duet/document';
import { type IsoDate, isoDateOf, make, plain, threatenable } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';

const SECTION = 'questions';

/**
 * A concern is an open question that carries who raised it and when (M26): it stands in the document, where the
 * facilitators' attention list puts it first. A follower, who cannot edit, raises one through the server. What is
 * gone by then, or has no day, threatens nothing.
 */
export async function raiseConcern(
  duet: Duet,
  id: string,
  by: Caller,
  { text, about }: { readonly text: string; readonly about?: string | undefined },
): Promise<{ id: string; raisedBy: string; raisedOn: string; threatens: IsoDate | null }> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file?.record.status === 'finalized') {
      throw new Problem('finalized', 'Nothing can be raised in it any more. Tell a facilitator instead.');
    }
    const raisedOn = isoDateOf(duet.now().getTime());
    const concern = make.openQuestion({ question: plain(text), raisedBy: by.name, raisedOn });
    let threatens: IsoDate | null = null;
    await duet.sync.edit(id, by.id, (doc) => {
      const threatened = threatenable(read(doc)).find((one) => one.id === about);
      threatens = threatened?.day ?? null;
      const question = { ...concern, about: threatened?.id ?? null, threatens };
      insertBlocks(
        doc,
        [question],
        endOfSection(doc, ({ key }) => key === SECTION),
      );
    });
    duet.summaries.touched(id);
    return { id: concern.id, raisedBy: by.name, raisedOn, threatens };
  });
}
