import type { ExportInput } from './exporter.ts';
import { dayOf } from './later-changes.ts';

/** Enough of a hash to tell two artefacts apart by eye. */
const SHORT = 12;

/** "revision 2, by Ines Moreau on Tue, Mar 17, sha256 5f1c0d9a7b3e"; null for notes that are not final. */
export function finalWords({ revision, today, laterChanges = [] }: ExportInput): string | null {
  if (revision === null) return null;
  const on = dayOf(revision.finalizedAt, today);
  return [
    `revision ${revision.number}`,
    `by ${revision.finalizedBy}${on && ` on ${on}`}`,
    ...(revision.sha256 === undefined ? [] : [`sha256 ${revision.sha256.slice(0, SHORT)}`]),
    ...(laterChanges.length === 0 ? [] : ['with what moved since: it is listed at the end']),
  ].join(', ');
}
