import { placesOfEdit } from '@duet/document';
import type { SavedTracker } from '@duet/protocol';
import type * as Y from 'yjs';

/**
 * The things that were changed here and are not on the server's disk: the number that is told to people, who count the
 * rows they worked on and not their key strokes.
 */
export class UnsavedPlaces {
  readonly #doc: Y.Doc;
  readonly #keys = new Set<string>();
  readonly #stopTracking: () => void;

  constructor(doc: Y.Doc, tracker: Pick<SavedTracker, 'state' | 'subscribe'>) {
    this.#doc = doc;
    doc.on('afterTransaction', this.#onTransaction);
    this.#stopTracking = tracker.subscribe(() => {
      if (tracker.state.unsaved === 0) this.#keys.clear();
    });
  }

  get count(): number {
    return this.#keys.size;
  }

  destroy(): void {
    this.#doc.off('afterTransaction', this.#onTransaction);
    this.#stopTracking();
  }

  readonly #onTransaction = (transaction: Y.Transaction): void => {
    if (!transaction.local) return;
    for (const { key } of placesOfEdit(this.#doc, transaction)) this.#keys.add(key);
  };
}
