import { read } from '@duet/document';
import { decisions } from '@duet/domain';
import type { SeriesMemory } from '@duet/editor';
import type * as Y from 'yjs';
import { listSeriesDecisions } from '../api/series-decisions.ts';
import { blockHref } from './use-addressed-block.ts';

/** [M36] What the other meetings of the series decided, as far as this person may read it. */
export async function recallSeries(meetingId: string, doc: Y.Doc): Promise<Omit<SeriesMemory, 'isLive'>> {
  return {
    decisions: await listSeriesDecisions(meetingId),
    hrefOf: blockHref,
    isReplaceable: (id) => decisions(read(doc)).find((decision) => decision.id === id)?.state !== 'superseded',
  };
}
