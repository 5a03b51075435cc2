import type { LoggedUpdate } from '@duet/storage';
import * as Y from 'yjs';
import { ClockSet } from '../update/clock-set.ts';
import { type DecodedUpdate, decodeUpdate, references } from '../update/decode-update.ts';
import { clocksOf, continued, encodeClocks, type IndexedState, type Part } from '../update/indexed-state.ts';
import type { Authored } from './rescuer.ts';

/**
 * A snapshot and the updates behind it, as they lie on the disk, without a Y.Doc.
 *
 * A Y.Doc of a long text takes longer to make than all the rest of opening it, the more so right after a start, when
 * nothing is compiled yet. Whoever comes first after a crash does not need one: the snapshot is sent as it was stored,
 * continued by what the log has added. It tells the same as a Y.Doc would about what is missing (G7): Yjs leaves a struct
 * pending when the clock before it, a neighbour or the parent is not there, a delete when its clock is not, and clocks
 * are all that this takes.
 */
export class StoredLog {
  readonly updates: readonly (Authored & { readonly seq: number })[];
  readonly #base: IndexedState;
  /** The next clock of each client, with the snapshot. */
  readonly #clocks: Map<number, number>;
  /** What the log adds, of each client in the order of its clocks. */
  readonly #added = new Map<number, Part[]>();
  #state: Uint8Array | null = null;

  /** @throws when an update cannot be read, or refers to structs that are in neither `base` nor the log before it. */
  constructor(base: IndexedState, logged: readonly LoggedUpdate[]) {
    this.#base = base;
    this.#clocks = clocksOf(base.index);
    this.updates = logged.map(({ seq, update, actor }) => ({ seq, update, actor, decoded: decodeUpdate(update) }));
    for (const { decoded } of this.updates) this.#add(decoded);
  }

  stateVector(): Uint8Array {
    return encodeClocks(this.#clocks);
  }

  /** Snapshot and log as one update. The array belongs to the log: do not write to it. */
  state(): Uint8Array {
    const deletes = () => new ClockSet(this.updates.map(({ decoded }) => decoded.deletes)).all();
    this.#state ??= continued(this.#base, this.#added, deletes());
    return this.#state;
  }

  #add({ structs, deletes }: DecodedUpdate): void {
    for (const struct of structs) {
      const { client, clock } = struct.id;
      const next = this.#clocks.get(client) ?? 0;
      if (struct instanceof Y.Skip || clock + struct.length <= next) continue;
      if (clock > next) throw missing(client, next);
      const parts = this.#added.get(client) ?? [];
      parts.push({ struct, offset: next - clock });
      this.#added.set(client, parts);
      this.#clocks.set(client, clock + struct.length);
    }
    for (const struct of structs) if (struct instanceof Y.Item) references(struct).forEach(this.#mustHave, this);
    for (const [client, ranges] of deletes) {
      for (const { clock, len } of ranges) this.#mustHave({ client, clock: clock + len - 1 });
    }
  }

  #mustHave({ client, clock }: { readonly client: number; readonly clock: number }): void {
    if (clock >= (this.#clocks.get(client) ?? 0)) throw missing(client, clock);
  }
}

function missing(client: number, clock: number): Error {
  return new Error(`the log refers to structs that are missing: ${client}:${clock}`);
}
