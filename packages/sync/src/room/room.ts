import { CloseCode, type UpdateMessage } from '@duet/protocol';
import { type Change, StorageError } from '@duet/storage';
import * as Y from 'yjs';
import type { Counters } from '../counters.ts';
import type { Receipt } from '../session/ledger.ts';
import type { Session, SessionHost } from '../session/session.ts';
import type { LastEdit, Member, RescuedText, SyncServerOptions } from '../sync-server.ts';
import { decodeUpdate } from '../update/decode-update.ts';
import { Draft } from '../update/draft.ts';
import { recordChange } from '../update/record-change.ts';
import { AwarenessHub } from './awareness-hub.ts';
import { Broadcast } from './broadcast.ts';
import type { CommittedDocument } from './committed-document.ts';
import type { CompactionTime } from './compaction.ts';
import { DurableDocument } from './durable-document.ts';
import { LateEdits } from './late-edits.ts';
import { type Accepted, type Submission, soleAuthor } from './submission.ts';
import { Triage } from './triage.ts';
import { Turns } from './turns.ts';
import { writeGate } from './write-gate.ts';

/**
 * After a crash the log is searched for lost words. For a long text that takes a while, in which nobody is served: the
 * first ones who come back are sent the document before.
 */
const RECOVER_MS = 1000;
/** When nothing was written for so long, people are talking, and nobody waits for a compaction. */
const PAUSE_MS = 2000;

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
  readonly #sessions = new Set<Session>();
  /** Not read from, because more waits than one turn takes. */
  readonly #paused = new Set<Session>();
  readonly #awareness: AwarenessHub;
  readonly #broadcast: Broadcast;
  readonly #turns: Turns<Submission>;
  readonly #triage: Triage;
  /** Resolves when the document is loaded, rejects when it cannot be. */
  readonly opened: Promise<void>;
  #durable: DurableDocument | null = null;
  #schema = '';
  #locked = false;
  #closed = false;
  #recovery: ReturnType<typeof setTimeout> | null = null;
  #pause: ReturnType<typeof setTimeout> | null = null;

  constructor(document: string, context: RoomContext) {
    const { options, counters } = context;
    this.document = document;
    this.#context = context;
    this.#broadcast = new Broadcast(this.#sessions);
    this.#awareness = new AwarenessHub(this.#sessions, options.limits.awarenessBytes);
    this.#triage = new Triage({
      limits: options.limits,
      logger: options.logger,
      counters,
      late: new LateEdits(document, (late) => this.#deliver(() => options.onLateUpdate(late))),
      document,
    });
    this.#turns = new Turns(this.#broadcast.window, {
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
    return this.#sessions.size === 0 && !this.#turns.busy && !this.#durable?.compaction;
  }

  get #document(): DurableDocument {
    if (this.#durable) return this.#durable;
    // It failed between the opening and the turn of whoever asks.
    const what = `The document ${this.document} was closed because of a fault.`;
    throw new StorageError('unreadable', `${what} Everything that was confirmed is safe; try again.`);
  }

  /** The committed document. Only after `opened`. */
  get #state(): CommittedDocument {
    return this.#document.state;
  }

  async #load(): Promise<void> {
    const { options, counters } = this.#context;
    const { store, logger } = options;
    const deliver = (rescued: RescuedText) => this.#deliver(() => options.onRescue(rescued));
    const failed = (error: unknown) => this.#writeFailed(error);
    const compacted = () => this.#settleDown();
    const [durable, settings] = await Promise.all([
      DurableDocument.load(this.document, { store, logger, counters, deliver, failed, compacted }),
      options.settings(this.document),
    ]);
    this.#durable = durable;
    this.#schema = settings.schema;
    this.#locked = settings.locked;
    if (durable.unrecovered) this.#recoverSoon();
  }

  #recoverSoon(): void {
    // Whatever goes wrong there has closed the room.
    this.#recovery = setTimeout(() => void this.recovered().catch(() => {}), RECOVER_MS).unref();
  }

  /**
   * Resolves when the words that a merge removed before a crash are on the rescue list (G12). Until then only sockets
   * are served, and those only what the disk has.
   */
  async recovered(): Promise<void> {
    if (!this.#document.unrecovered) return;
    try {
      await this.#turns.exclusively(() => this.#document.recover());
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  // Sessions

  async join(session: Session): Promise<void> {
    this.#sessions.add(session);
    await this.opened;
    if (session.ended) return;
    // A document that was never made is not an empty one (G5).
    if (!this.#document.exists) session.end(CloseCode.loadFailed);
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
    return this.#state.missingFor(stateVector);
  }

  lacksSome(stateVector: Uint8Array): boolean {
    const own = Y.decodeStateVector(this.#state.stateVector());
    return [...Y.decodeStateVector(stateVector)].some(([client, clock]) => clock > (own.get(client) ?? 0));
  }

  mayWrite(session: Session): boolean {
    const gate = session.member && writeGate(session.member, session.connection.schema, this.#gateState());
    return gate?.kind === 'write' || gate?.kind === 'late';
  }

  stateVector(): Uint8Array {
    return this.#state.stateVector();
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
    if (!this.#document.exists) throw new Error(`document ${this.document} does not exist`);
    return this.#state.copy();
  }

  edit(actor: string, change: (doc: Y.Doc) => void, alongside: readonly Change[]): Promise<number> {
    return this.#turns.exclusively(async () => {
      const update = recordChange(this.#state.copy(), change);
      return this.#commitEdit(update, actor, alongside);
    });
  }

  lock<T>(seal: (doc: Y.Doc) => Promise<{ changes: readonly Change[]; result: T }>, last?: LastEdit): Promise<T> {
    return this.#turns.exclusively(async () => {
      const scratch = this.#state.copy();
      const update = last ? recordChange(scratch, last.change) : null;
      const { changes, result } = await seal(scratch);
      await this.#commitEdit(update, last?.actor ?? '', changes, () => {
        this.#locked = true;
      });
      return result;
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
    const written = update ? [{ update, decoded: decodeUpdate(update), actor }] : [];
    const { seq, made } = await this.#document.write(written, alongside);
    committed?.();
    if (update) {
      this.#broadcast.send(made, null);
      await this.#document.deliverRescued();
    }
    if (update || committed) await this.#retryHeld();
    return seq;
  }

  unlock(changes: readonly Change[]): Promise<void> {
    return this.#turns.exclusively(async () => {
      await this.#document.write([], changes);
      this.#locked = false;
      for (const session of this.#sessions) if (this.mayWrite(session)) session.askForMissing();
    });
  }

  /** @returns whether the log became shorter. @throws when it has to stay as it is. */
  compact(): Promise<boolean> {
    return this.#turns.exclusively(() => this.#document.compact());
  }

  /** Resolves when everything received so far is committed and nothing more is being written. */
  async drain(): Promise<void> {
    await this.#turns.exclusively(async () => {});
    await this.#durable?.compaction;
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
    if (!this.#turns.busy && !this.#durable?.compaction) this.#durable?.state.rest();
  }

  destroy(): void {
    this.#closed = true;
    if (this.#recovery) clearTimeout(this.#recovery);
    if (this.#pause) clearTimeout(this.#pause);
    this.#awareness.destroy();
    this.#durable = null;
  }

  // The pipeline

  async #turn(submissions: readonly Submission[]): Promise<void> {
    await this.#batch(submissions);
    // Not when all is quiet only: under load there is no such moment, and the log would grow without end.
    const compaction = this.#compactIfDue('growing');
    if (this.#durable?.outgrowsCompaction) await compaction;
    if (this.#turns.behind) return;
    for (const session of this.#paused) session.resume();
    this.#paused.clear();
  }

  async #batch(submissions: readonly Submission[]): Promise<void> {
    if (this.#closed) return;
    const draft = new Draft(this.#state, this.#context.options.limits.nesting);
    const { accepted, settled } = await this.#triage.sort(submissions, draft, this.#state, this.#gateState());
    if (accepted.length > 0) await this.#take(accepted);
    // What is known already came before a crash maybe, and nobody was told yet: the document was just made anew.
    else await this.#document.deliverRescued();
    for (const { receipt } of settled) receipt.settle();
    if (accepted.length > 0) await this.#retryHeld();
  }

  async #take(accepted: readonly Accepted[]): Promise<void> {
    const updates = accepted.map(({ submission, decoded, member }) => ({
      update: submission.update,
      decoded,
      actor: member.id,
    }));
    const { made } = await this.#document.write(updates);
    const waiting = this.#broadcast.send(made, soleAuthor(accepted));
    const since = accepted[0]?.submission.receivedAt ?? 0;
    this.#context.counters.observer?.fannedOut((performance.now() - since) / 1000, waiting);
    await this.#document.deliverRescued();
    for (const { submission } of accepted) submission.receipt.settle();
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

  async #retryHeld(): Promise<void> {
    const ready = this.#triage.ready((client) => Y.getState(this.#state.doc.store, client), this.#locked);
    if (ready.length > 0) await this.#batch(ready);
  }

  #gateState() {
    return { schema: this.#schema, locked: this.#locked };
  }

  /** Nobody has been here for a while. */
  async prepareUnload(): Promise<void> {
    await this.recovered();
    await this.#compactIfDue('unloading');
  }

  #settleDown(): void {
    void this.#compactIfDue('growing');
    this.#pauseSoon();
    if (this.idle) this.#context.onIdle();
  }

  #pauseSoon(): void {
    if (this.#closed) return;
    if (this.#pause) clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#turns.busy || void this.#compactIfDue('pausing'), PAUSE_MS).unref();
  }

  /** Resolves when a compaction that is due, or that was under way, has ended. It may have failed: the log stays. */
  async #compactIfDue(when: CompactionTime): Promise<void> {
    if (!this.#closed) await this.#durable?.compactIfDue(when);
  }
}
