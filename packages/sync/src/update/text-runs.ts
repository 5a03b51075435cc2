import * as Y from 'yjs';
import type { ClockRange, DecodedUpdate } from './decode-update.ts';

/** Text that one client typed in one go, as an update carries it. */
export interface TextRun {
  readonly client: number;
  readonly clock: number;
  readonly text: string;
  /** The item that carries it, not integrated: its origin and parent tell where it was meant to stand. */
  readonly item: Y.Item;
}

/** The runs of text an update adds from `clockOf(client)` on and does not delete itself. */
export function* textRuns(update: DecodedUpdate, clockOf: (client: number) => number): Generator<TextRun> {
  for (const item of update.structs) {
    if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentString)) continue;
    const { client, clock } = item.id;
    const from = Math.max(clock, clockOf(client));
    for (const range of subtract({ clock: from, len: clock + item.length - from }, update.deletes.get(client) ?? [])) {
      const text = item.content.str.slice(range.clock - clock, range.clock - clock + range.len);
      yield { client, clock: range.clock, text, item };
    }
  }
}

/** The text an update would add, as a person would read it: what follows on stays together, the rest goes on a new line. */
export function plainText(update: DecodedUpdate, clockOf: (client: number) => number): string {
  let text = '';
  let end: { client: number; clock: number } | null = null;
  for (const run of textRuns(update, clockOf)) {
    const { origin } = run.item;
    const starts = run.clock === run.item.id.clock;
    const follows = !starts || (origin !== null && origin.client === end?.client && origin.clock === end.clock);
    if (text !== '' && !follows) text += '\n';
    text += run.text;
    end = { client: run.client, clock: run.clock + run.text.length - 1 };
  }
  return text;
}

/** What is left of a range without `holes`, in order. */
export function subtract(range: ClockRange, holes: readonly ClockRange[]): ClockRange[] {
  let left = range.len > 0 ? [range] : [];
  for (const hole of holes) {
    left = left.flatMap((part) => {
      const partEnd = part.clock + part.len;
      const holeEnd = hole.clock + hole.len;
      if (holeEnd <= part.clock || hole.clock >= partEnd) return [part];
      const before = { clock: part.clock, len: hole.clock - part.clock };
      const after = { clock: holeEnd, len: partEnd - holeEnd };
      return [before, after].filter(({ len }) => len > 0);
    });
  }
  return left;
}
