import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type DecodedUpdate, decodeUpdate, MalformedUpdate } from './decode-update.ts';
import { Draft } from './draft.ts';

const NESTING = 64;

/** One random edit of a document with nested elements, text, marks, attributes and deletions. */
const edit = fc.record({
  author: fc.nat(3),
  kind: fc.constantFrom('text', 'element', 'attribute', 'delete', 'format', 'map', 'sync'),
  at: fc.nat(1000),
  text: fc.string({ minLength: 1, maxLength: 4 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function typesOf(root: Y.XmlFragment): (Y.XmlFragment | Y.XmlText)[] {
  const types: (Y.XmlFragment | Y.XmlText)[] = [root];
  for (const child of root.toArray()) {
    if (child instanceof Y.XmlText) types.push(child);
    else if (child instanceof Y.XmlElement) types.push(...typesOf(child));
  }
  return types;
}

function perform(doc: Y.Doc, { kind, at, text }: Edit): void {
  const types = typesOf(doc.getXmlFragment('body'));
  const type = types[at % types.length];
  if (!type) return;
  const index = type.length === 0 ? 0 : at % (type.length + 1);
  if (kind === 'map') doc.getMap('meeting').set(text, { at, list: [text] });
  else if (kind === 'delete') {
    if (type.length > 0) type.delete(at % type.length, 1);
  } else if (type instanceof Y.XmlText) {
    if (kind === 'format' && type.length > 0) type.format(0, type.length, { bold: at % 2 === 0 });
    else type.insert(index, text);
  } else if (kind === 'attribute' && type instanceof Y.XmlElement) type.setAttribute('k', text);
  else type.insert(index, [kind === 'text' ? new Y.XmlText(text) : new Y.XmlElement('row')]);
}

/** Runs edits on several documents that sync now and then. @returns every update, in the order it was made. */
function history(edits: readonly Edit[]): { updates: Uint8Array[]; docs: Y.Doc[] } {
  const docs = [1, 2, 3, 4].map((clientID) => Object.assign(new Y.Doc(), { clientID }));
  const updates: Uint8Array[] = [];
  for (const doc of docs) doc.on('update', (update: Uint8Array, origin) => origin !== 'remote' && updates.push(update));
  for (const step of edits) {
    const doc = docs[step.author];
    const other = docs[(step.author + 1) % docs.length];
    if (!doc || !other) continue;
    if (step.kind === 'sync') Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'remote');
    else perform(doc, step);
  }
  return { updates, docs };
}

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
  const verdict = new Draft(doc, NESTING).look(decoded);
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
    fc.assert(
      fc.property(
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
      ),
      { numRuns: 1500 },
    );
    for (const kind of ['malformed', 'new', 'waits', 'known', 'contradicts'])
      expect(seen.get(kind), kind).toBeGreaterThan(0);
  });

  it('[G21] a batch is judged as a whole: the second update may lean on the first', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 40 }), (edits) => {
        const { updates } = history(edits);
        const one = new Draft(new Y.Doc(), NESTING);
        const applied = new Y.Doc();
        for (const update of updates) {
          const decoded = decodeUpdate(update);
          const stepwise = new Draft(applied, NESTING).look(decoded).kind;
          // What an earlier update of the batch deleted counts as new again: it is merely stored twice.
          expect(one.take(decoded).kind === 'waits').toBe(stepwise === 'waits');
          if (stepwise === 'new') Y.applyUpdate(applied, update);
        }
      }),
      { numRuns: 100 },
    );
  });
});
