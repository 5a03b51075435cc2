import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { edit, history } from '../testing/histories.ts';
import { decodeIndex, encodeIndex, encodeIndexed } from '../update/indexed-state.ts';
import { StoredLog } from './stored-log.ts';

const edits = fc.array(edit, { minLength: 2, maxLength: 40 });

/** As a room makes one: without the clean-up of marks that Yjs does after remote changes. */
function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact((transaction) => {
    for (const update of updates) Y.applyUpdate(doc, update);
    transaction.local = true;
  });
  return doc;
}

function logged(updates: readonly Uint8Array[], from: number) {
  return updates.slice(from).map((update, index) => ({ seq: from + index + 1, at: 0, actor: 'ann', update }));
}

test('a state with an index is the one that Yjs writes', () => {
  fc.assert(
    fc.property(edits, (some) => {
      const doc = docOf(history(some).updates);
      const { state, index } = encodeIndexed(doc);
      expect(state).toEqual(Y.encodeStateAsUpdate(doc));
      expect(decodeIndex(encodeIndex(index))).toEqual(index);
    }),
    { numRuns: 100 },
  );
});

test('[G5] a snapshot continued by its log is the document', () => {
  fc.assert(
    fc.property(edits, fc.nat(), (some, cut) => {
      const { updates } = history(some, 2 ** 31 - 2);
      const doc = docOf(updates);
      const from = cut % (updates.length + 1);
      // What a client sent again lies in the log with what is known already.
      const again = Y.encodeStateAsUpdate(docOf(updates.slice(0, from + 1)));
      const log = new StoredLog(
        encodeIndexed(docOf(updates.slice(0, from))),
        logged([again, ...updates.slice(from)], 0),
      );
      const continued = docOf([log.state()]);
      expect(continued.store.pendingStructs).toBeNull();
      expect(Y.equalSnapshots(Y.snapshot(continued), Y.snapshot(doc))).toBe(true);
      expect(`${continued.getXmlFragment('body')}`).toBe(`${doc.getXmlFragment('body')}`);
      expect(log.stateVector()).toEqual(Y.encodeStateVector(doc));
    }),
    { numRuns: 300 },
  );
});

test('[G7] a log that lacks an update is refused exactly when Yjs would wait for it', () => {
  const seen = new Set<boolean>();
  fc.assert(
    fc.property(edits, fc.nat(), fc.nat(), (some, cut, gap) => {
      const { updates } = history(some);
      const from = cut % (updates.length + 1);
      const base = updates.slice(0, from);
      const rest = updates.slice(from);
      rest.splice(gap % (rest.length + 1), 1);
      const { pendingStructs, pendingDs } = docOf([...base, ...rest]).store;
      const whole = pendingStructs === null && pendingDs === null;
      const open = () => new StoredLog(encodeIndexed(docOf(base)), logged(rest, 0));
      if (whole) expect(open).not.toThrow();
      else expect(open).toThrow('missing');
      seen.add(whole);
    }),
    { numRuns: 300 },
  );
  expect(seen.size).toBe(2);
});
