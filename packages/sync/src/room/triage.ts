import { CloseCode } from '@duet/protocol';
import type { Counters } from '../counters.ts';
import type { Session } from '../session/session.ts';
import type { Limits, Logger } from '../sync-server.ts';
import { type DecodedUpdate, decodeUpdate, MalformedUpdate } from '../update/decode-update.ts';
import type { Draft, StructId } from '../update/draft.ts';
import { encodeUpdate } from '../update/encode-update.ts';
import { tellsOneAct, withoutBuried } from '../update/meant-deletes.ts';
import type { CommittedDocument } from './committed-document.ts';
import type { LateEdits } from './late-edits.ts';
import type { Accepted, Held, Submission } from './submission.ts';
import { writeGate } from './write-gate.ts';

const LATE_NOT_KEPT =
  'This document is finalized and no further late change can be kept for it. Your edit was not taken; ' +
  'copy what you wrote before you close this page.';

interface TriageContext {
  readonly document: string;
  readonly limits: Limits;
  readonly logger: Logger;
  readonly counters: Counters;
  readonly late: LateEdits;
}

interface Sorted {
  readonly accepted: readonly Accepted[];
  /** Dealt with, once the accepted ones are committed: known already, refused, or kept as a late edit. */
  readonly settled: readonly Submission[];
}

/**
 * Decides what becomes of each update before anything is written: accepted, known, refused, kept as late, or held
 * until what it needs has come. Closes the sockets of those that broke a rule.
 */
export class Triage {
  readonly #context: TriageContext;
  readonly #held = new Set<Held>();

  constructor(context: TriageContext) {
    this.#context = context;
  }

  async sort(
    submissions: readonly Submission[],
    draft: Draft,
    state: CommittedDocument,
    document: { readonly schema: string; readonly locked: boolean },
  ): Promise<Sorted> {
    const accepted: Accepted[] = [];
    let acceptedBytes = 0;
    const settled: Submission[] = [];
    for (const submission of submissions) {
      const { session } = submission;
      const { member } = session;
      const decoded = this.#decode(submission);
      if (!member || !decoded) {
        settled.push(submission);
        continue;
      }
      const gate = writeGate(member, session.connection.schema, document);
      if (gate.kind === 'write') {
        const fits = (bytes: number) => state.fits(acceptedBytes + bytes, this.#context.limits.documentBytes);
        const outcome = this.#write(submission, decoded, draft, fits);
        if (outcome === 'accepted') {
          accepted.push({ submission, decoded: asMeant(submission, decoded, draft), member });
          acceptedBytes += submission.update.byteLength;
        }
        if (outcome === 'settled') settled.push(submission);
        continue;
      }
      settled.push(submission);
      // Every client answers a step 1 with its whole delete set: what holds nothing new passes without a word.
      if (draft.look(decoded).kind === 'known') continue;
      if (gate.kind === 'reload') {
        session.end(CloseCode.reloadNeeded);
      } else if (gate.kind === 'read-only') {
        session.deny(gate.reason);
      } else {
        const { late } = this.#context;
        const kept = await late.keep(member, submission.update, decoded, (client) => draft.clock(client));
        session.deny(kept ? gate.reason : LATE_NOT_KEPT);
      }
    }
    return { accepted, settled };
  }

  /** Takes back the held updates that are worth another look: what they miss has come, or `all`. */
  ready(clockOf: (client: number) => number, all: boolean): Submission[] {
    const ready = [...this.#held].filter(({ missing }) => all || missing.clock < clockOf(missing.client));
    for (const held of ready) this.#release(held);
    return ready.map(({ submission }) => submission);
  }

  /** A session left: what waited for it to send more waits in vain. */
  forget(session: Session): void {
    for (const held of this.#held) if (held.submission.session === session) this.#release(held);
  }

  #decode(submission: Submission): DecodedUpdate | null {
    try {
      submission.decoded ??= decodeUpdate(submission.update);
      return submission.decoded;
    } catch (error) {
      if (!(error instanceof MalformedUpdate)) throw error;
      this.#refuse(submission, CloseCode.badFrame, `${error.message}; nothing of it was stored`);
      return null;
    }
  }

  #write(
    submission: Submission,
    decoded: DecodedUpdate,
    draft: Draft,
    fits: (bytes: number) => boolean,
  ): 'accepted' | 'settled' | 'held' {
    const { limits } = this.#context;
    if (decoded.structs.length > 0 && !fits(submission.update.byteLength)) {
      this.#refuse(submission, CloseCode.tooLarge, `the document would exceed ${limits.documentBytes} bytes`);
      return 'settled';
    }
    const verdict = draft.take(decoded);
    switch (verdict.kind) {
      case 'new':
        return 'accepted';
      case 'known':
        return 'settled';
      case 'waits':
        this.#hold(submission, verdict.missing);
        return 'held';
      case 'too-deep':
        this.#refuse(submission, CloseCode.tooLarge, `the update nests deeper than ${limits.nesting} levels`);
        return 'settled';
      case 'contradicts':
        this.#contradicts(submission, verdict.at);
        return 'settled';
    }
  }

  #hold(submission: Submission, missing: StructId): void {
    const { session } = submission;
    session.heldBytes += submission.update.byteLength;
    if (session.heldBytes > this.#context.limits.pendingBytes) {
      this.#refuse(submission, CloseCode.tooLarge, 'too many edits wait for earlier ones that never came');
      return;
    }
    // The bytes are a view into what the socket read, which would stay in memory as a whole.
    submission.update = submission.update.slice();
    this.#held.add({ submission, missing });
  }

  #release(held: Held): void {
    this.#held.delete(held);
    held.submission.session.heldBytes -= held.submission.update.byteLength;
  }

  /** Two clients use one id (a copied tab, a restored profile): merging would leave them different for ever. */
  #contradicts({ session }: Submission, at: StructId): void {
    const { document, logger, counters } = this.#context;
    counters.contradictions++;
    logger.warn(
      { document, member: session.member?.id, client: at.client, clock: at.clock },
      'a client sent other content for an id that is taken; its update was refused',
    );
    session.deny('Another window edits under the same client id. Your edit was not taken; reload this page.');
    session.end(CloseCode.badFrame, 'the client id is in use with other content; reload the page');
  }

  #refuse({ session }: Submission, code: CloseCode, reason: string): void {
    this.#context.counters.refused[code === CloseCode.tooLarge ? 'size' : 'malformed']++;
    session.end(code, reason);
  }
}

/** What of an update that the draft has taken is committed: deletes are believed where a person made them (G12). */
function asMeant(submission: Submission, decoded: DecodedUpdate, draft: Draft): DecodedUpdate {
  if (submission.kind === 'update' && tellsOneAct(decoded)) return decoded;
  const meant = withoutBuried(decoded, draft);
  if (meant !== decoded) submission.update = encodeUpdate(meant);
  return meant;
}
