/** Beyond this the oldest are forgotten; half of what a server holds of updates that came too early (`pendingBytes`). */
const MAX_BYTES = 32 * 1024;

interface Unsaved {
  readonly update: Uint8Array;
  /** The number of the edit; null when it was refused, and saved is no word about it. */
  edit: number | null;
}

/**
 * The updates of one page that the server has not taken, as they were made.
 *
 * Yjs sends what a server lacks out of its own state, but that state may have changed for the worse meanwhile: of a
 * word typed into an element that somebody else deleted it keeps nothing, and words that came for an element deleted
 * here look as if they had been deleted on purpose. The updates themselves still tell, so the server can rescue the
 * words (G12).
 */
export class UnsavedUpdates {
  #updates: Unsaved[] = [];
  #bytes = 0;

  add(edit: number, update: Uint8Array): void {
    this.#updates.push({ edit, update });
    this.#bytes += update.byteLength;
    while (this.#bytes > MAX_BYTES) this.#bytes -= this.#updates.shift()?.update.byteLength ?? 0;
  }

  /** Edits up to this number are on the disk, but for those that were refused. */
  savedUpTo(edit: number): void {
    this.#updates = this.#updates.filter((each) => each.edit === null || each.edit > edit);
    this.#bytes = this.#updates.reduce((bytes, { update }) => bytes + update.byteLength, 0);
  }

  /** Something under way was refused, and nobody says what. */
  refused(): void {
    for (const each of this.#updates) each.edit = null;
  }

  /** What was refused is about to be sent again, as edit number `edit`. @returns whether there is any. */
  offerRefused(edit: number): boolean {
    const refused = this.#updates.filter((each) => each.edit === null);
    for (const each of refused) each.edit = edit;
    return refused.length > 0;
  }

  /** Oldest first. */
  get all(): readonly Uint8Array[] {
    return this.#updates.map(({ update }) => update);
  }
}
