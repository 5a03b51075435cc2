import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { edit, history } from '../testing/histories.ts';
import { decodeUpdate } from './decode-update.ts';
import { Draft } from './draft.ts';
import { encodeUpdate } from './encode-update.ts';
import { withoutBuried } from './meant-deletes.ts';

it('[G12] a state without the names of what is buried makes the same document', () => {
  let shortened = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 20, maxLength: 80 }), fc.nat(3), fc.nat(3), (edits, one, other) => {
      const { docs } = history(edits);
      const [server, client] = [docs[one], docs[other]];
      if (!server || !client) return;
      const state = Y.encodeStateAsUpdate(client, Y.encodeStateVector(server));
      const decoded = decodeUpdate(state);
      const draft = new Draft({ doc: server }, 64);
      if (draft.take(decoded).kind !== 'new') return;
      const meant = withoutBuried(decoded, draft);
      if (meant !== decoded) shortened++;
      const [whole, less] = [state, encodeUpdate(meant)].map((update) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(server));
        Y.applyUpdate(doc, update);
        return doc;
      });
      if (!whole || !less) return;
      expect(less.store.pendingDs).toBeNull();
      expect(less.getXmlFragment('body').toString()).toBe(whole.getXmlFragment('body').toString());
      expect(less.getMap('meeting').toJSON()).toEqual(whole.getMap('meeting').toJSON());
      expect(Y.equalSnapshots(Y.snapshot(less), Y.snapshot(whole))).toBe(true);
    }),
    { numRuns: 600 },
  );
  expect(shortened).toBeGreaterThan(3);
});
