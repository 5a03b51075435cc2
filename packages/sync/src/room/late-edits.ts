import * as Y from 'yjs';
import type { LateUpdate, Member } from '../sync-server.ts';
import { ClockSet } from '../update/clock-set.ts';
import type { ClockRange, DecodedUpdate } from '../update/decode-update.ts';
import { joinRuns, textRuns } from '../update/text-runs.ts';

type Ranges = ReadonlyMap<number, readonly ClockRange[]>;

/**
 * Edits to a locked document (G14). Each belongs to its author and is never merged, so later ones of the same client
 * lean on structs that the document lacks; that is expected here and limits for waiting updates do not apply.
 *
 * A client that reconnects sends everything again. What was handed over is remembered while the room is open, as the
 * clocks of each client, so that the same words are not reported twice. The next clock alone would not do: updates
 * that waited for others when the lock came are handed over before what they waited for. And it is remembered for
 * each member, so that nobody's words are taken for those of somebody who used the same client id.
 */
export class LateEdits {
  readonly #document: string;
  readonly #deliver: (late: LateUpdate) => Promise<boolean>;
  readonly #kept = new Map<string, Map<number, readonly ClockRange[]>>();

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
    const brought = rangesOf(decoded);
    const before = this.#keptBefore(member, brought);
    if (brought.size > 0 && !bringsMore(brought, new ClockSet([before]), clockOf)) return true;
    const text = joinRuns(textRuns(decoded, clockOf, new ClockSet([decoded.deletes, before])));
    const kept = await this.#deliver({ document: this.#document, member, update: update.slice(), text });
    if (kept) this.#remember(member, before, brought);
    return kept;
  }

  /** What was handed over for the member, of the clients that `brought` names. */
  #keptBefore(member: Member, brought: Ranges): Ranges {
    const kept = this.#kept.get(member.id);
    return new Map([...brought.keys()].map((client) => [client, kept?.get(client) ?? []]));
  }

  #remember(member: Member, before: Ranges, brought: Ranges): void {
    const kept = this.#kept.get(member.id) ?? new Map<number, readonly ClockRange[]>();
    const all = new ClockSet([before, brought]);
    for (const client of brought.keys()) kept.set(client, all.ranges(client));
    this.#kept.set(member.id, kept);
  }
}

function rangesOf({ structs }: DecodedUpdate): Ranges {
  const ranges = new Map<number, ClockRange[]>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    const ofClient = ranges.get(client) ?? [];
    ofClient.push({ clock, len: struct.length });
    ranges.set(client, ofClient);
  }
  return ranges;
}

/** Whether there is a struct that neither the document nor the list holds. */
function bringsMore(brought: Ranges, kept: ClockSet, clockOf: (client: number) => number): boolean {
  for (const [client, ranges] of brought) {
    for (const { clock, len } of ranges) {
      const from = Math.max(clock, clockOf(client));
      for (const _missing of kept.missing(client, from, clock + len - from)) return true;
    }
  }
  return false;
}
