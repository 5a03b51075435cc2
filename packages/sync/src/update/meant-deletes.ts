import { ClockSet } from './clock-set.ts';
import type { ClockRange, DecodedUpdate } from './decode-update.ts';
import type { Draft } from './draft.ts';

/**
 * Whether the deletes of an update are those of one person's own act. An act makes structs of one client only; the
 * state of a whole document (a step 2, or what an offline cache brought back) usually holds more.
 */
export function tellsOneAct({ structs }: DecodedUpdate): boolean {
  return structs.every(({ id }) => id.client === structs[0]?.id.client);
}

/**
 * An update that tells the state of a client, without the names of what dies because something around it does.
 *
 * A client that deletes an element names every piece of it that it saw. But its state names whatever has died in it,
 * also words that came for the element afterwards and that nobody there ever saw (G12). The two cannot be told apart, so
 * such names count for nothing: what stands in an element that goes is removed with it, named or not, and whatever of
 * it is text is rescued. A name counts where the text stands in something that lives on.
 *
 * This is done before the commit, so that the log, read again after a crash, tells the same.
 * @param draft has taken the update.
 * @returns the same update when there is no such name.
 */
export function withoutBuried(update: DecodedUpdate, draft: Draft): DecodedUpdate {
  const named = new ClockSet([update.deletes]);
  const deletes = new Map<number, ClockRange[]>();
  let buried = false;
  for (const client of update.deletes.keys()) {
    const kept: ClockRange[] = [];
    for (const { clock, len } of named.ranges(client)) {
      const to = clock + len;
      for (let from = clock; from < to; ) {
        const { end, deleted, depth, around } = draft.standing(client, from);
        const until = Math.min(end, to);
        const dies = !deleted && (depth === 0 || (around !== null && named.has(around)));
        if (dies) buried = true;
        else append(kept, from, until);
        from = until;
      }
    }
    if (kept.length > 0) deletes.set(client, kept);
  }
  return buried ? { structs: update.structs, deletes } : update;
}

function append(ranges: ClockRange[], from: number, to: number): void {
  const last = ranges.at(-1);
  if (last && last.clock + last.len === from) ranges[ranges.length - 1] = { clock: last.clock, len: to - last.clock };
  else ranges.push({ clock: from, len: to - from });
}
