import { read } from '@duet/document';
import { readinessOf, readinessParts } from '@duet/domain';
import type { Duet } from '../duet.ts';

/** [M30] How ready a meeting is, for pages that do not hold its document. */
export async function describeReadiness(duet: Duet, id: string) {
  const doc = await duet.sync.read(id);
  const parts = readinessParts(read(doc));
  doc.destroy();
  return { ...readinessOf(parts), parts };
}
