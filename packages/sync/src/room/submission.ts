import type { Receipt } from '../session/ledger.ts';
import type { Session } from '../session/session.ts';
import type { Member } from '../sync-server.ts';
import type { DecodedUpdate } from '../update/decode-update.ts';
import type { StructId } from '../update/draft.ts';

/** An update on its way through the pipeline. */
export interface Submission {
  /** What a step 2 names as deleted is the client's state, not one act of a person. */
  readonly kind: 'step2' | 'update';
  readonly session: Session;
  readonly receipt: Receipt;
  update: Uint8Array;
  decoded: DecodedUpdate | null;
  /** Milliseconds of `performance.now`. */
  readonly receivedAt: number;
}

/** An update that waits for a struct. */
export interface Held {
  readonly submission: Submission;
  readonly missing: StructId;
}

/** An update that will be committed in this turn. */
export interface Accepted {
  readonly submission: Submission;
  readonly decoded: DecodedUpdate;
  readonly member: Member;
}

/** Whose updates these are when they are all of one session: it has what they make. */
export function soleAuthor(accepted: readonly Accepted[]): Session | null {
  const author = accepted[0]?.submission.session ?? null;
  return accepted.every(({ submission }) => submission.session === author) ? author : null;
}
