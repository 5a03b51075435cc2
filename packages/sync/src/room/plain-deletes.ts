import * as Y from 'yjs';
import type { ClockRange, DecodedUpdate } from '../update/decode-update.ts';

/**
 * Tells updates that delete at most characters and marks, and so take away only what they name, from those that may
 * bury more: an element takes along what others typed in it (G12).
 *
 * Asked about updates in the order in which they will be applied, before any of them is. Once one may have buried
 * something, what the later ones name must have been in the document before all of them: a name for anything newer
 * could be the name of something that was buried.
 */
export class PlainDeletes {
  readonly #store: Y.Doc['store'];
  /** The clocks at which the updates asked about bring types. */
  readonly #newTypes = new Map<number, number[]>();
  #buried = false;

  constructor(doc: Y.Doc) {
    this.#store = doc.store;
  }

  onlyPlain(update: DecodedUpdate): boolean {
    for (const struct of update.structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) this.#note(struct.id);
    }
    for (const [client, ranges] of update.deletes) {
      for (const range of ranges) {
        if (this.#isPlain(client, range)) continue;
        this.#buried = true;
        return false;
      }
    }
    return true;
  }

  #note({ client, clock }: Y.ID): void {
    const clocks = this.#newTypes.get(client);
    if (clocks) clocks.push(clock);
    else this.#newTypes.set(client, [clock]);
  }

  #isPlain(client: number, { clock, len }: ClockRange): boolean {
    const end = clock + len;
    const structs = this.#store.clients.get(client) ?? [];
    const state = Y.getState(this.#store, client);
    if (end > state) {
      if (this.#buried) return false;
      if (this.#newTypes.get(client)?.some((type) => type >= clock && type < end)) return false;
    }
    if (clock >= state) return true;
    for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
      const struct = structs[i];
      if (!struct || struct.id.clock >= end) break;
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentType) return false;
    }
    return true;
  }
}
