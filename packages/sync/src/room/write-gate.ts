import type { Member } from '../sync-server.ts';

/** What may become of an update that holds something new. */
export type Gate =
  | { readonly kind: 'write' }
  /** Refused with this sentence; reading goes on. */
  | { readonly kind: 'read-only'; readonly reason: string }
  /** Closed: the page is of another version (G13). */
  | { readonly kind: 'reload' }
  /** The document is locked: kept apart for its author (G14). */
  | { readonly kind: 'late'; readonly reason: string };

const READ_ONLY = 'You may read this document, not change it. Your edit was not taken.';
const NO_SCHEMA = 'This client names no schema version, so it may only read. Your edit was not taken.';
const LOCKED = 'This document is finalized. Your edit was not merged; it is kept for you as a late change.';

/**
 * The role first: who may only read is told so, whatever page they have. Then the schema: an old page deletes the
 * blocks it does not know just by opening a document.
 */
export function writeGate(
  member: Member,
  schema: string | null,
  document: { readonly schema: string; readonly locked: boolean },
): Gate {
  if (!member.mayWrite) return { kind: 'read-only', reason: READ_ONLY };
  if (schema !== null && schema !== document.schema) return { kind: 'reload' };
  if (schema === null) return { kind: 'read-only', reason: NO_SCHEMA };
  if (document.locked) return { kind: 'late', reason: LOCKED };
  return { kind: 'write' };
}
