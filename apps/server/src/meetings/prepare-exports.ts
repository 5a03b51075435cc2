import { exporters } from '@duet/export';
import type { Duet } from '../duet.ts';
import { liveInput } from './revisions.ts';

/** From the one that is asked for most. */
const PREPARED = [exporters.pdf, exporters.docx, exporters.md] as const;

/**
 * The first export waits for a thread, a compiler and fonts to be loaded, which servers that nobody exports from are
 * spared. Whoever opens a list of exports is about to ask for one: all of it is loaded now, by making this meeting's.
 * Does nothing while the thread runs.
 */
export async function prepareExports(duet: Duet, id: string): Promise<void> {
  if (duet.renders.isWarm) return;
  const input = await liveInput(duet, id);
  await Promise.all(PREPARED.map((exporter) => duet.renders.render(exporter, input)));
}
