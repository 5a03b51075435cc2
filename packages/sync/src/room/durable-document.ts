import type { Change, DocumentStore } from '@duet/storage';
import type { Counters } from '../counters.ts';
import type { Logger, RescuedText } from '../sync-server.ts';
import type { CommittedDocument } from './committed-document.ts';
import { type CompactionTime, compactionDue, HISTORY_ENTRIES, takeSnapshot } from './compaction.ts';
import { emptyDocument, rebuild } from './rebuild.ts';
import { type Authored, Rescuer } from './rescuer.ts';
import { indexChange, loadIndex, loadNotes, notesChange, type RoomNotes } from './room-notes.ts';

/** After so many updates the next commit says how far nothing was lost. */
const RESCUE_MARK_EVERY = 250;

interface Surroundings {
  readonly store: DocumentStore;
  readonly logger: Logger;
  readonly counters: Counters;
  /** @returns whether the text is durable now. */
  readonly deliver: (rescued: RescuedText) => Promise<boolean>;
  /** A commit failed, or what was committed could not be applied. */
  readonly failed: (error: unknown) => void;
  /** A compaction has ended. */
  readonly compacted: () => void;
}

/**
 * A document and its log. An update is committed first and applied then, so the document in memory is what is on the
 * disk (G2). What a merge removed is handed over before anything of it counts as safe (G12), and a log that has grown
 * long is replaced by a snapshot (G8).
 */
export class DurableDocument {
  readonly name: string;
  /** The committed document. */
  readonly state: CommittedDocument;
  readonly #rescuer: Rescuer;
  readonly #around: Surroundings;
  #notes: RoomNotes;
  #exists: boolean;
  #unrecovered: boolean;
  #compacting: Promise<void> | null = null;

  private constructor(
    name: string,
    around: Surroundings,
    loaded: { state: CommittedDocument; rescuer: Rescuer; notes: RoomNotes; exists: boolean },
  ) {
    this.name = name;
    this.#around = around;
    this.state = loaded.state;
    this.#rescuer = loaded.rescuer;
    this.#notes = loaded.notes;
    this.#exists = loaded.exists;
    this.#unrecovered = loaded.state.seq > loaded.notes.rescuedThrough;
  }

  /** @throws when it cannot be read whole. */
  static async load(name: string, around: Surroundings): Promise<DurableDocument> {
    const { store } = around;
    const [stored, notes, index] = await Promise.all([
      store.load(name),
      loadNotes(store, name),
      loadIndex(store, name),
    ]);
    const rescuer = new Rescuer(name, notes.authors, around.deliver);
    const state = rebuild(stored ?? emptyDocument, index, notes, rescuer);
    return new DurableDocument(name, around, { state, rescuer, notes, exists: stored !== null });
  }

  /** False for one that was never made, which is not the same as an empty one (G5). */
  get exists(): boolean {
    return this.#exists;
  }

  /** The one under way, if any. It never rejects. */
  get compaction(): Promise<void> | null {
    return this.#compacting;
  }

  /**
   * The next compaction is due before the one under way has ended. Writers have to wait then, or all they write
   * meanwhile stays on the disk between the two generations.
   */
  get outgrowsCompaction(): boolean {
    return this.#compacting !== null && compactionDue(this.state, 'growing');
  }

  /**
   * Commits updates, and what belongs to them, in one batch and applies them.
   * @returns the number of the last of these changes in the document's log, the head when there are none; and what the
   * updates made, for those who read along.
   */
  async write(
    updates: readonly Authored[],
    alongside: readonly Change[] = [],
  ): Promise<{ readonly seq: number; readonly made: readonly Uint8Array[] }> {
    const mark = updates.length > 0 ? this.#rescueMark() : [];
    const written = updates.map(
      ({ update, actor }): Change => ({ kind: 'update', document: this.name, update, actor }),
    );
    const seq = await this.#commit([...mark, ...alongside, ...written]);
    return { seq, made: updates.length > 0 ? this.#integrate(updates, seq) : [] };
  }

  /** There may be text that a merge removed before a crash and that nobody has handed over since (G12). */
  get unrecovered(): boolean {
    return this.#unrecovered;
  }

  /** Looks for such text, and hands it over. */
  async recover(): Promise<void> {
    this.state.catchUp();
    await this.deliverRescued();
    this.#unrecovered = false;
  }

  /** Text that nobody deleted and that the merges since the last call removed is durable when this resolves (G12). */
  async deliverRescued(): Promise<void> {
    if (!this.#rescuer.pending) return;
    await this.#rescuer.deliver();
    // What its owner did not take is offered again after the next edit, or when the document is opened again.
    if (this.#rescuer.pending) return;
    this.#notes = { ...this.#notes, rescuedThrough: this.state.seq };
    await this.#commit([notesChange(this.name, this.#notes)]);
  }

  /**
   * Resolves when a compaction that is due, or that was under way, has ended. It may have failed: the log stays. As long
   * as rescued text is not durable the log has to stay as well: nothing else holds that text.
   */
  compactIfDue(when: CompactionTime): Promise<void> {
    if (!this.#compacting && !this.#mayHoldLost && compactionDue(this.state, when)) {
      const { logger } = this.#around;
      this.#compacting = this.#compact()
        .catch((error: unknown) => {
          logger.error({ document: this.name, error }, 'compaction failed; the log stays as it is');
        })
        .finally(() => {
          this.#compacting = null;
          this.#around.compacted();
        });
    }
    return this.#compacting ?? Promise.resolve();
  }

  /**
   * Compacts whether it pays or not.
   * @returns false when there is no update since the last snapshot.
   * @throws when the log has to stay.
   */
  async compact(): Promise<boolean> {
    await this.#compacting;
    if (this.state.updatesSinceSnapshot === 0) return false;
    if (this.#mayHoldLost) throw new Error('Words that a merge removed are not on the rescue list yet.');
    await this.#compact();
    return true;
  }

  /** Only the log holds words that are to be rescued, or that nobody has looked for yet. */
  get #mayHoldLost(): boolean {
    return this.#rescuer.pending || this.state.isBehind;
  }

  async #commit(changes: readonly Change[]): Promise<number> {
    const { state } = this;
    if (changes.length === 0) return state.head;
    const { store, counters, failed } = this.#around;
    const start = performance.now();
    try {
      const seq = (await store.commit(changes)).get(this.name) ?? state.head;
      counters.commits++;
      counters.observer?.committed((performance.now() - start) / 1000);
      this.#exists = true;
      state.head = Math.max(state.head, seq);
      return seq;
    } catch (error) {
      failed(error);
      throw error;
    }
  }

  /** After the commit there is no way back: a document whose memory differs from its disk must go. */
  #integrate(updates: readonly Authored[], seq: number): Uint8Array[] {
    try {
      return this.state.apply(this.#rescuer.steps(updates, this.state.doc), seq);
    } catch (error) {
      this.#around.failed(error);
      throw error;
    }
  }

  /**
   * What is committed now says as well how far nothing was lost, now and then: whoever opens the document after a
   * crash looks at the updates behind that mark again, and that is most of what the opening costs.
   */
  #rescueMark(): Change[] {
    const { seq } = this.state;
    if (this.#mayHoldLost || seq - this.#notes.rescuedThrough < RESCUE_MARK_EVERY) return [];
    this.#notes = { ...this.#notes, rescuedThrough: seq };
    return [notesChange(this.name, this.#notes)];
  }

  async #compact(): Promise<void> {
    const snapshot = takeSnapshot(this.state);
    // A snapshot no longer tells who wrote what.
    this.#notes = { rescuedThrough: this.state.seq, authors: this.#rescuer.authorsOf(this.state.doc) };
    await this.#commit([notesChange(this.name, this.#notes), indexChange(this.name, snapshot)]);
    await this.#around.store.compact(this.name, { ...snapshot, keep: HISTORY_ENTRIES });
  }
}
