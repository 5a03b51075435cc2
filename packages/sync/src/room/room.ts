import { CloseCode, type UpdateMessage, updateMessage } from '@duet/protocol';
import { type Change, type DocumentStore, StorageError } from '@duet/storage';
import * as Y from 'yjs';
import type { Counters } from '../counters.ts';
import type { Receipt } from '../session/ledger.ts';
import type { Session, SessionHost } from '../session/session.ts';
import type { LastEdit, Member, Sealed, SyncServerOptions } from '../sync-server.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { Draft } from '../update/draft.ts';
import { AwarenessHub } from './awareness-hub.ts';
import { BatchingWindow } from './batching-window.ts';
import type { CommittedDocument } from './committed-document.ts';
import { type CompactionTime, compactionDue, takeSnapshot } from './compaction.ts';
import { LateEdits } from './late-edits.ts';
import { emptyDocument, rebuild } from './rebuild.ts';
import { type Authored, Rescuer } from './rescuer.ts';
import { loadNotes, noNotes, notesChange, type RoomNotes } from './room-notes.ts';
import type { Accepted, Submission } from './submission.ts';
import { Triage } from './triage.ts';
import { Turns } from './turns.ts';
import { writeGate } from './write-gate.ts';

/** After so many updates the next commit says how far nothing was lost. */
const RESCUE_MARK_EVERY = 250;

/** What a room needs of its surroundings. */
export interface RoomContext {
  readonly options: SyncServerOptions;
  readonly counters: Counters;
  /** Nobody is here and nothing is to do. */
  readonly onIdle: () => void;
  /** The room is of no use any more; whoever comes next needs a new one. */
  readonly onFailed: () => void;
  /** The store is poisoned (G6). */
  readonly onPoisoned: (error: Error) => void;
}

/**
 * One open document and its sockets.
 *
 * An update goes receive -> judge -> commit -> apply -> broadcast -> acknowledge, a turn at a time (G1, G2): until the
 * commit resolves neither the document in memory nor any reader has seen it.
 */
export class Room implements SessionHost {
  readonly document: string;
  readonly #context: RoomContext;
  readonly #store: DocumentStore;
  readonly #sessions = new Set<Session>();
  /** Not read from, because more waits than one turn takes. */
  readonly #paused = new Set<Session>();
  readonly #awareness: AwarenessHub;
  readonly #window = new BatchingWindow();
  readonly #turns: Turns<Submission>;
  readonly #triage: Triage;
  /** Resolves when the document is loaded, rejects when it cannot be. */
  readonly opened: Promise<void>;
  #state: CommittedDocument | null = null;
  #rescuer: Rescuer | null = null;
  #notes: RoomNotes = noNotes;
  #schema = '';
  #locked = false;
  #exists = false;
  #closed = false;
  #compacting: Promise<void> | null = null;

  constructor(document: string, context: RoomContext) {
    const { options, counters } = context;
    this.document = document;
    this.#context = context;
    this.#store = options.store;
    this.#awareness = new AwarenessHub(this.#sessions, options.limits.awarenessBytes);
    this.#triage = new Triage({
      limits: options.limits,
      logger: options.logger,
      counters,
      late: new LateEdits(document, (late) => this.#deliver(() => options.onLateUpdate(late))),
      document,
    });
    this.#turns = new Turns(this.#window, {
      batch: (submissions) => this.#turn(submissions),
      failed: (error) => this.fail(error),
      idle: () => this.#settleDown(),
    });
    this.opened = this.#load();
  }

  get sessions(): ReadonlySet<Session> {
    return this.#sessions;
  }

  get idle(): boolean {
    return this.#sessions.size === 0 && !this.#turns.busy && this.#compacting === null;
  }

  /** The committed document. Only after `opened`. */
  get state(): CommittedDocument {
    if (!this.#state) throw new Error(`document ${this.document} is not loaded`);
    return this.#state;
  }

  get rescuer(): Rescuer {
    if (!this.#rescuer) throw new Error(`document ${this.document} is not loaded`);
    return this.#rescuer;
  }

  async #load(): Promise<void> {
    const { options } = this.#context;
    const [stored, notes, settings] = await Promise.all([
      this.#store.load(this.document),
      loadNotes(this.#store, this.document),
      options.settings(this.document),
    ]);
    this.#exists = stored !== null;
    this.#schema = settings.schema;
    this.#locked = settings.locked;
    this.#notes = notes;
    this.#rescuer = new Rescuer(this.document, notes.authors, (rescued) =>
      this.#deliver(() => options.onRescue(rescued)),
    );
    this.#state = rebuild(stored ?? emptyDocument, notes.rescuedThrough, this.#rescuer);
    await this.#deliverRescued();
  }

  // Sessions

  async join(session: Session): Promise<void> {
    this.#sessions.add(session);
    await this.opened;
    if (session.ended) return;
    // A document that was never made is not an empty one (G5).
    if (!this.#exists) session.end(CloseCode.loadFailed);
    else session.open(this);
  }

  leave(session: Session): void {
    if (!this.#sessions.delete(session)) return;
    this.#paused.delete(session);
    this.#awareness.leave(session);
    this.#triage.forget(session);
    this.#settleDown();
  }

  memberChanged(memberId: string, member: Member | null): void {
    for (const session of this.#sessions) {
      if (session.member?.id !== memberId) continue;
      const couldWrite = this.mayWrite(session);
      session.member = member;
      if (!member) {
        session.end(CloseCode.notAllowed, 'your access to this meeting was withdrawn');
        continue;
      }
      this.#awareness.restamp(session, member);
      if (!couldWrite && this.mayWrite(session)) session.askForMissing();
    }
  }

  // What sessions ask of their room

  submit(session: Session, { kind, update }: UpdateMessage, receipt: Receipt): void {
    this.#turns.submit({ session, kind, update, receipt, decoded: null, receivedAt: performance.now() });
    if (!this.#turns.behind) return;
    this.#paused.add(session);
    session.pause();
  }

  missingFor(stateVector: Uint8Array): Uint8Array {
    return this.state.missingFor(stateVector);
  }

  lacksSome(stateVector: Uint8Array): boolean {
    const own = Y.decodeStateVector(this.state.stateVector());
    return [...Y.decodeStateVector(stateVector)].some(([client, clock]) => clock > (own.get(client) ?? 0));
  }

  mayWrite(session: Session): boolean {
    const gate = session.member && writeGate(session.member, session.connection.schema, this.#gateState());
    return gate?.kind === 'write' || gate?.kind === 'late';
  }

  stateVector(): Uint8Array {
    return this.state.stateVector();
  }

  receiveAwareness(session: Session, update: Uint8Array): void {
    this.#awareness.receive(session, update);
  }

  greet(session: Session): void {
    session.askForMissing();
    if (!this.#awareness.empty) this.#awareness.sendAll(session);
  }

  sendAwareness(session: Session): void {
    this.#awareness.sendAll(session);
  }

  // The server's own business with the document, each alone in its turn

  /** @throws for a document that was never made. */
  copy(): Y.Doc {
    if (!this.#exists) throw new Error(`document ${this.document} does not exist`);
    return this.state.copy();
  }

  edit(actor: string, change: (doc: Y.Doc) => void, alongside: readonly Change[]): Promise<number> {
    return this.#turns.exclusively(async () => {
      const update = recordChange(this.state.copy(), change);
      return this.#commitEdit(update, actor, alongside);
    });
  }

  lock<T>(
    seal: (doc: Y.Doc) => Promise<{ changes: readonly Change[]; result: T }>,
    last?: LastEdit,
  ): Promise<Sealed<T>> {
    return this.#turns.exclusively(async () => {
      const scratch = this.state.copy();
      const update = last ? recordChange(scratch, last.change) : null;
      const { changes, result } = await seal(scratch);
      await this.#commitEdit(update, last?.actor ?? '', changes, () => {
        this.#locked = true;
      });
      return { result, head: this.state.seq };
    });
  }

  /**
   * Commits an edit of the server, if there is one, and what belongs to it, then shows it.
   * @param committed called before anybody sees it.
   */
  async #commitEdit(
    update: Uint8Array | null,
    actor: string,
    alongside: readonly Change[],
    committed?: () => void,
  ): Promise<number> {
    const changes: Change[] = [...alongside];
    if (update) changes.push({ kind: 'update', document: this.document, update, actor });
    const seq = await this.#commit(changes);
    committed?.();
    if (update) {
      this.#apply([{ update, decoded: decodeUpdate(update), actor }], seq, null);
      await this.#deliverRescued();
    }
    if (update || committed) await this.#retryHeld();
    return seq;
  }

  unlock(changes: readonly Change[]): Promise<void> {
    return this.#turns.exclusively(async () => {
      await this.#commit(changes);
      this.#locked = false;
      for (const session of this.#sessions) if (this.mayWrite(session)) session.askForMissing();
    });
  }

  /** Resolves when everything received so far is committed and nothing more is being written. */
  async drain(): Promise<void> {
    await this.#turns.exclusively(async () => {});
    await this.#compacting;
  }

  /** Ends all sockets and forgets what waits: nothing is acknowledged any more. What is committed is safe. */
  fail(error: unknown): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#context.options.logger.error({ document: this.document, error }, 'a room failed; its sockets are closed');
    for (const session of this.#sessions) session.end(CloseCode.loadFailed);
    this.#turns.abandon(error instanceof Error ? error : new Error(String(error)));
    this.#context.onFailed();
  }

  /** Called now and then: a document that nobody needed meanwhile takes less memory until somebody does. */
  rest(): void {
    if (!this.#turns.busy && this.#compacting === null) this.#state?.rest();
  }

  destroy(): void {
    this.#closed = true;
    this.#awareness.destroy();
    this.#state = null;
  }

  // The pipeline

  async #turn(submissions: readonly Submission[]): Promise<void> {
    await this.#batch(submissions);
    // Not when all is quiet only: under load there is no such moment, and the log would grow without end.
    void this.compactIfDue('growing');
    if (this.#turns.behind) return;
    for (const session of this.#paused) session.resume();
    this.#paused.clear();
  }

  async #batch(submissions: readonly Submission[]): Promise<void> {
    if (this.#closed) return;
    const draft = new Draft(this.state, this.#context.options.limits.nesting);
    const { accepted, settled } = await this.#triage.sort(submissions, draft, this.state, this.#gateState());
    if (accepted.length > 0) await this.#take(accepted);
    for (const { receipt } of settled) receipt.settle();
    if (accepted.length > 0) await this.#retryHeld();
  }

  async #take(accepted: readonly Accepted[]): Promise<void> {
    const updates = accepted.map(({ submission, decoded, member }) => ({
      update: submission.update,
      decoded,
      actor: member.id,
    }));
    const seq = await this.#commit([
      ...this.#rescueMark(),
      ...updates.map(({ update, actor }): Change => ({ kind: 'update', document: this.document, update, actor })),
    ]);
    this.#apply(updates, seq, soleAuthor(accepted));
    this.#observeFanOut(accepted);
    await this.#deliverRescued();
    for (const { submission } of accepted) submission.receipt.settle();
  }

  /** @returns the number of the last of these changes in this document's log; the head when there are none. */
  async #commit(changes: readonly Change[]): Promise<number> {
    const { state } = this;
    if (changes.length === 0) return state.head;
    const { counters } = this.#context;
    const start = performance.now();
    try {
      const seq = (await this.#store.commit(changes)).get(this.document) ?? state.head;
      counters.commits++;
      counters.observer?.committed((performance.now() - start) / 1000);
      this.#exists = true;
      state.head = Math.max(state.head, seq);
      return seq;
    } catch (error) {
      this.#writeFailed(error);
      throw error;
    }
  }

  /**
   * Late edits and rescued text go to the same store by way of their owner. An owner who refuses one, or fails over
   * it, says nothing about the document: the room goes on.
   * @returns whether it is durable.
   */
  async #deliver(handOver: () => Promise<void>): Promise<boolean> {
    try {
      await handOver();
      return true;
    } catch (error) {
      if (error instanceof StorageError) {
        this.#writeFailed(error);
        throw error;
      }
      const { logger } = this.#context.options;
      logger.error({ document: this.document, error }, 'words beside the document were not kept by its owner');
      return false;
    }
  }

  #writeFailed(error: unknown): void {
    const concernsAll = error instanceof StorageError && error.code !== 'damaged';
    if (concernsAll) this.#context.onPoisoned(error);
    else this.fail(error);
  }

  /** @param author who need not hear it; null when several wrote. */
  #apply(updates: readonly Authored[], seq: number, author: Session | null): void {
    const made = this.#integrate(updates, seq);
    const readers = [...this.#sessions].filter((session) => session !== author && session.joined);
    if (readers.length === 0) return;
    this.#window.measure(() => {
      const frame = updateMessage(Y.mergeUpdates(made));
      for (const reader of readers) reader.send(frame);
    });
  }

  #observeFanOut(accepted: readonly Accepted[]): void {
    const { observer } = this.#context.counters;
    const first = accepted[0]?.submission.receivedAt;
    if (!observer || first === undefined) return;
    let slowest = 0;
    for (const { bufferedBytes } of this.#sessions) slowest = Math.max(slowest, bufferedBytes);
    observer.fannedOut((performance.now() - first) / 1000, slowest);
  }

  /** After the commit there is no way back: a room whose memory differs from its disk must go. */
  #integrate(updates: readonly Authored[], seq: number): Uint8Array[] {
    try {
      return this.state.apply(this.rescuer.steps(updates, this.state.doc), seq);
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  /**
   * What is committed now says as well how far nothing was lost, now and then: whoever opens the document after a
   * crash looks at the updates behind that mark again, and that is most of what the opening costs.
   */
  #rescueMark(): Change[] {
    const { seq } = this.state;
    if (this.rescuer.pending || seq - this.#notes.rescuedThrough < RESCUE_MARK_EVERY) return [];
    this.#notes = { ...this.#notes, rescuedThrough: seq };
    return [notesChange(this.document, this.#notes)];
  }

  async #deliverRescued(): Promise<void> {
    if (!this.rescuer.pending) return;
    await this.rescuer.deliver();
    // What its owner did not take is offered again after the next edit, or when the document is opened again.
    if (this.rescuer.pending) return;
    this.#notes = { ...this.#notes, rescuedThrough: this.state.seq };
    await this.#commit([notesChange(this.document, this.#notes)]);
  }

  async #retryHeld(): Promise<void> {
    const ready = this.#triage.ready((client) => Y.getState(this.state.doc.store, client), this.#locked);
    if (ready.length > 0) await this.#batch(ready);
  }

  #gateState() {
    return { schema: this.#schema, locked: this.#locked };
  }

  #settleDown(): void {
    void this.compactIfDue('growing');
    if (this.idle) this.#context.onIdle();
  }

  /** Resolves when a compaction that is due, or that was under way, has ended. It may have failed: the log stays. */
  compactIfDue(when: CompactionTime): Promise<void> {
    const due = this.#state !== null && !this.#closed && compactionDue(this.#state, when);
    if (due && !this.#compacting) {
      this.#compacting = this.#compact().finally(() => {
        this.#compacting = null;
        this.#settleDown();
      });
    }
    return this.#compacting ?? Promise.resolve();
  }

  async #compact(): Promise<void> {
    const { logger } = this.#context.options;
    try {
      const snapshot = takeSnapshot(this.state);
      // A snapshot no longer tells who wrote what.
      const rescuedThrough = this.rescuer.pending ? this.#notes.rescuedThrough : this.state.seq;
      this.#notes = { rescuedThrough, authors: this.rescuer.authorsOf(this.state.doc) };
      await this.#commit([notesChange(this.document, this.#notes)]);
      await this.#store.compact(this.document, snapshot);
    } catch (error) {
      logger.error({ document: this.document, error }, 'compaction failed; the log stays as it is');
    }
  }
}

/** Whose updates these are when they are all of one session: it has what they make. */
function soleAuthor(accepted: readonly Accepted[]): Session | null {
  const author = accepted[0]?.submission.session ?? null;
  return accepted.every(({ submission }) => submission.session === author) ? author : null;
}

/** @returns what `change` wrote as one update, or null when it wrote nothing. */
function recordChange(scratch: Y.Doc, change: (doc: Y.Doc) => void): Uint8Array | null {
  let update: Uint8Array | null = null;
  scratch.once('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  scratch.transact(() => change(scratch));
  return update;
}
