import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { seeded } from '@duet/storage/testing/seeded';
import * as Y from 'yjs';

/** What one person typed, key by key. */
export interface Typed {
  /** One update a key, in order. */
  readonly updates: readonly Uint8Array[];
  readonly text: string;
}

/** As many as in the trace of a paper being written that such measurements are usually made with. */
export const EDITS = 259_778;

/** The recorded trace in `file`, else typing made up by a seed. */
export function keystrokes(file: string | undefined): Typed {
  return file === undefined ? madeUp() : replayed(file);
}

/** `{txns: [{patches: [[position, deleted, inserted]]}]}` as JSON, gzipped. */
function replayed(file: string): Typed {
  const { txns } = JSON.parse(gunzipSync(readFileSync(file)).toString()) as {
    txns: { patches: [number, number, string][] }[];
  };
  return record((text) => {
    for (const { patches } of txns) {
      for (const [position, deleted, inserted] of patches) {
        text.doc?.transact(() => {
          if (deleted > 0) text.delete(position, deleted);
          if (inserted !== '') text.insert(position, inserted);
        });
      }
    }
  });
}

const SEED = 259_778;
/** Shares and lengths as in that trace: the document has about as many pieces and bytes in the end. */
const JUMPS = 0.51;
const FAR_JUMPS = 0.03;
const NEAR = 800;
const TYPED_RUNS = 0.587;
const LONGEST_TYPED = 150;
const LONGEST_DELETED = 80;
const LETTERS = 'etaoin shrdlu cmfwyp vbgk';

/** Somebody types and deletes in runs, mostly short, sometimes long, and moves between them, mostly near. */
function madeUp(): Typed {
  const random = seeded(SEED);
  const below = (limit: number) => Math.floor(random() * limit);
  const upTo = (longest: number) => Math.floor(Math.exp(random() * Math.log(longest)));
  return record((text) => {
    let at = 0;
    for (let typed = 0; typed < EDITS; ) {
      if (random() < JUMPS) {
        const by = upTo(NEAR) * (random() < 0.5 ? -1 : 1);
        at = random() < FAR_JUMPS ? below(text.length) : Math.min(text.length, Math.max(0, at + by));
      }
      const types = at === 0 || random() < TYPED_RUNS;
      let run = Math.min(types ? upTo(LONGEST_TYPED) : Math.min(at, upTo(LONGEST_DELETED)), EDITS - typed);
      for (typed += run; run > 0; run--) {
        if (types) text.insert(at++, LETTERS[below(LETTERS.length)] ?? ' ');
        else text.delete(--at, 1);
      }
    }
  });
}

function record(type: (text: Y.Text) => void): Typed {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const text = doc.getText('paper');
  type(text);
  return { updates, text: text.toString() };
}
