import * as Y from 'yjs';
import type { ClockSet } from './clock-set.ts';
import type { DecodedUpdate } from './decode-update.ts';

/** Text that one client typed in one go, as an update carries it. */
export interface TextRun {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
  /** The item that carries it, not integrated: its origin and parent tell where it was meant to stand. */
  readonly item: Y.Item;
}

/** The runs of text an update adds from `clockOf(client)` on, without what is in `deleted`. */
export function* textRuns(
  update: DecodedUpdate,
  clockOf: (client: number) => number,
  deleted: ClockSet,
): Generator<TextRun> {
  for (const item of update.structs) {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const from = Math.max(clock, clockOf(client));
    for (const range of deleted.missing(client, from, clock + item.length - from)) {
      const text = item.content.str.slice(range.clock - clock, range.clock - clock + range.len);
      yield { client, clock: range.clock, text, item };
    }
  }
}

/** Texts as a person would read them: what was typed on stays together, the rest goes on a new line. */
export function joinRuns(runs: Iterable<TextRun>): string {
  let text = '';
  let last: { client: number; clock: number } | null = null;
  for (const run of runs) {
    const { origin } = run.item;
    const begins = run.clock === run.item.id.clock;
    const goesOn = !begins || (origin !== null && origin.client === last?.client && origin.clock === last.clock);
    if (text !== '' && !goesOn) text += '\n';
    text += run.text;
    last = { client: run.client, clock: run.clock + run.text.length - 1 };
  }
  return text;
}
