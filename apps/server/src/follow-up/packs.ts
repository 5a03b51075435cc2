import { type Audience, PACK_OF } from '@duet/domain';
import { type PackFormat, packExporters } from '@duet/export';
import type { Duet } from '../duet.ts';
import { exportRevision } from '../meetings/revisions.ts';

/** What an audience is sent of a revision. Made once and stored: a second attempt, or a copy by hand, says the same. */
export function packBytes(
  duet: Duet,
  meeting: string,
  revision: number,
  audience: Audience,
  format: PackFormat,
): Promise<Uint8Array> {
  const pack = PACK_OF[audience];
  return exportRevision(duet, meeting, revision, `pack-${pack}.${format}`, packExporters[pack][format]);
}
