import type { LateUpdate, Member } from '../sync-server.ts';
import { ClockSet } from '../update/clock-set.ts';
import type { DecodedUpdate } from '../update/decode-update.ts';
import { joinRuns, textRuns } from '../update/text-runs.ts';

/**
 * Edits to a locked document (G14). Each belongs to its author and is never merged, so later ones of the same client
 * lean on structs that the document lacks; that is expected here and limits for waiting updates do not apply.
 *
 * A client that reconnects sends everything again. What was handed over is remembered while the room is open, as the
 * next clock of each client, so that the same words are not reported twice.
 */
export class LateEdits {
  readonly #document: string;
  readonly #deliver: (late: LateUpdate) => Promise<boolean>;
  readonly #seen = new Map<number, number>();

  constructor(document: string, deliver: (late: LateUpdate) => Promise<boolean>) {
    this.#document = document;
    this.#deliver = deliver;
  }

  /**
   * @param clockOf the next clock of a client in the document.
   * @returns whether it is durable; false when the owner of the document did not take it.
   */
  async keep(
    member: Member,
    update: Uint8Array,
    decoded: DecodedUpdate,
    clockOf: (client: number) => number,
  ): Promise<boolean> {
    const seen = (client: number) => Math.max(clockOf(client), this.#seen.get(client) ?? 0);
    const repeats =
      decoded.structs.length > 0 && decoded.structs.every(({ id, length }) => id.clock + length <= seen(id.client));
    if (repeats) return true;
    const text = joinRuns(textRuns(decoded, seen, new ClockSet([decoded.deletes])));
    const kept = await this.#deliver({ document: this.#document, member, update: update.slice(), text });
    if (!kept) return false;
    for (const { id, length } of decoded.structs) {
      this.#seen.set(id.client, Math.max(this.#seen.get(id.client) ?? 0, id.clock + length));
    }
    return true;
  }
}
