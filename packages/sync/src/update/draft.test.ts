import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { edit, history } from '../testing/histories.ts';
import { type DecodedUpdate, decodeUpdate, MalformedUpdate } from './decode-update.ts';
import { Draft } from './draft.ts';

const NESTING = 64;

function copy(doc: Y.Doc): Y.Doc {
  const clone = new Y.Doc();
  Y.applyUpdate(clone, Y.encodeStateAsUpdate(doc));
  return clone;
}

function decodeOrNull(bytes: Uint8Array): DecodedUpdate | null {
  try {
    return decodeUpdate(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(MalformedUpdate);
    return null;
  }
}

/** What Yjs makes of an update must be what the draft said it would. */
function agrees(doc: Y.Doc, update: Uint8Array): string {
  const decoded = decodeOrNull(update);
  if (!decoded) return 'malformed';
  const verdict = new Draft({ doc }, NESTING).look(decoded);
  if (verdict.kind === 'contradicts' || verdict.kind === 'too-deep') return verdict.kind;
  const before = Y.snapshot(doc);
  const clone = copy(doc);
  Y.applyUpdate(clone, update);
  const whole = clone.store.pendingStructs === null && clone.store.pendingDs === null;
  expect(whole, verdict.kind).toBe(verdict.kind !== 'waits');
  if (verdict.kind === 'known') expect(Y.equalSnapshots(Y.snapshot(clone), before)).toBe(true);
  if (verdict.kind === 'new') {
    expect(Y.equalSnapshots(Y.snapshot(clone), before)).toBe(false);
    // What was stored must load again.
    const reloaded = copy(clone);
    expect(Y.equalSnapshots(Y.snapshot(reloaded), Y.snapshot(clone))).toBe(true);
  }
  return verdict.kind;
}

describe('a verdict without applying', () => {
  it('[G23] agrees with Yjs for honest updates in any order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 40 }), fc.infiniteStream(fc.nat()), (edits, order) => {
        const { updates } = history(edits);
        const server = new Y.Doc();
        while (updates.length > 0) {
          const [update] = updates.splice((order.next().value ?? 0) % updates.length, 1);
          if (!update) continue;
          const kind = agrees(server, update);
          seen.add(kind);
          expect(kind).not.toBe('malformed');
          expect(kind).not.toBe('contradicts');
          if (kind === 'new') Y.applyUpdate(server, update);
        }
      }),
      { numRuns: 80 },
    );
    expect([...seen]).toEqual(expect.arrayContaining(['new', 'waits']));
  });

  it('[G23] agrees with Yjs for damaged updates: what passes cannot throw, hang or leave anything pending', () => {
    const seen = new Map<string, number>();
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 });
    const agreement = fc.property(
      fc.array(edit, { minLength: 5, maxLength: 30 }),
      damage,
      fc.nat(),
      fc.nat(),
      (edits, flips, cut, from) => {
        const { docs } = history(edits);
        const [server, client] = docs;
        if (!server || !client) return;
        const update = Y.encodeStateAsUpdate(client, from % 2 ? Y.encodeStateVector(server) : undefined).slice();
        for (const [at, value] of flips) update[at % update.length] = value;
        const kind = agrees(server, cut % 5 === 0 ? update.slice(0, cut % update.length) : update);
        seen.set(kind, (seen.get(kind) ?? 0) + 1);
      },
    );
    fc.assert(agreement, { numRuns: 500 });
    // Some verdicts are rare: these runs, the same each time, come by all of them.
    seen.clear();
    fc.assert(agreement, { numRuns: 1000, seed: 1 });
    for (const kind of ['malformed', 'new', 'waits', 'known', 'contradicts'])
      expect(seen.get(kind), kind).toBeGreaterThan(0);
  });

  it('[G21] a batch is judged as a whole: the second update may lean on the first', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 40 }), (edits) => {
        const { updates } = history(edits);
        const one = new Draft({ doc: new Y.Doc() }, NESTING);
        const applied = new Y.Doc();
        for (const update of updates) {
          const decoded = decodeUpdate(update);
          const stepwise = new Draft({ doc: applied }, NESTING).look(decoded).kind;
          // What an earlier update of the batch deleted counts as new again: it is merely stored twice.
          expect(one.take(decoded).kind === 'waits').toBe(stepwise === 'waits');
          if (stepwise === 'new') Y.applyUpdate(applied, update);
        }
      }),
      { numRuns: 100 },
    );
  });
});
