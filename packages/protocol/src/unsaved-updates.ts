/** Beyond this the oldest are forgotten; half of what a server holds of updates that came too early (`pendingBytes`). */
const MAX_BYTES = 32 * 1024;

/**
 * The updates of one page that are not known to be on the server's disk, as they were made.
 *
 * A lost connection takes away what was under way on it. Yjs sends it again out of its own state, but that state may
 * have changed for the worse meanwhile: of a word typed into an element that somebody else deleted it keeps nothing,
 * and words that came for an element deleted here look as if they had been deleted on purpose. The updates themselves
 * still say both, so the server can rescue the words (G12).
 */
export class UnsavedUpdates {
  #updates: { readonly edit: number; readonly update: Uint8Array }[] = [];
  #bytes = 0;

  add(edit: number, update: Uint8Array): void {
    this.#updates.push({ edit, update });
    this.#bytes += update.byteLength;
    while (this.#bytes > MAX_BYTES) this.#dropOldest();
  }

  savedUpTo(edit: number): void {
    while (this.#updates[0] && this.#updates[0].edit <= edit) this.#dropOldest();
  }

  /** Oldest first. */
  get all(): readonly Uint8Array[] {
    return this.#updates.map(({ update }) => update);
  }

  #dropOldest(): void {
    this.#bytes -= this.#updates.shift()?.update.byteLength ?? 0;
  }
}
