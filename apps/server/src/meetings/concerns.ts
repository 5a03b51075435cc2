import { endOfSection, insertBlocks } from '@duet/document';
import { isoDateOf, make, plain } from '@duet/domain';
import type { Caller } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';

const SECTION = 'questions';

/**
 * A concern is an open question that carries who raised it and when (M26): it stands in the document, where the
 * facilitators' attention list puts it first. A follower, who cannot edit, raises one through the server.
 */
export async function raiseConcern(
  duet: Duet,
  id: string,
  by: Caller,
  text: string,
): Promise<{ id: string; raisedBy: string; raisedOn: string }> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file?.record.status === 'finalized') {
      throw new Problem('finalized', 'Nothing can be raised in it any more. Tell a facilitator instead.');
    }
    const raisedOn = isoDateOf(duet.now().getTime());
    const question = make.openQuestion({ question: plain(text), raisedBy: by.name, raisedOn });
    await duet.sync.edit(id, by.id, (doc) =>
      insertBlocks(
        doc,
        [question],
        endOfSection(doc, ({ key }) => key === SECTION),
      ),
    );
    duet.summaries.touched(id);
    return { id: question.id, raisedBy: by.name, raisedOn };
  });
}
