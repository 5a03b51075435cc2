import { expect } from 'vitest';
import type { Change, DocumentStore } from '../../document-store.ts';

/**
 * Documents whose updates are the numbers 1, 2, 3 …, so that whatever is missing, doubled or out of order shows.
 * Every commit also sets the record `count` of the document to the same number.
 */
export function countingChanges(document: string, number: number): readonly Change[] {
  const text = Buffer.from(String(number));
  return [
    { kind: 'update', document, update: text, actor: 'writer' },
    { kind: 'record', document, name: 'count', value: text },
  ];
}

/** A snapshot state of a counting document: its numbers, joined. */
function countingState(numbers: readonly number[]): Uint8Array {
  return Buffer.from(numbers.join(','));
}

/** The numbers that a document holds, in snapshot and log. */
export async function readNumbers(store: DocumentStore, document: string): Promise<readonly number[]> {
  const loaded = await store.load(document);
  const compacted = loaded?.snapshot ? Buffer.from(loaded.snapshot.state).toString().split(',') : [];
  const logged = loaded?.updates.map(({ update }) => Buffer.from(update).toString()) ?? [];
  return [...compacted, ...logged].map(Number);
}

/** Compacts a counting document up to its head. */
export async function compactCounting(store: DocumentStore, document: string): Promise<void> {
  const head = (await store.load(document))?.head ?? 0;
  await store.compact(document, { seq: head, state: countingState(await readNumbers(store, document)) });
}

/** Asserts 1, 2, 3 … up to at least `acknowledged`, with a record that agrees. @returns how many there are. */
export async function expectCounted(store: DocumentStore, document: string, acknowledged: number): Promise<number> {
  const numbers = await readNumbers(store, document);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  expect(numbers.length).toBeGreaterThanOrEqual(acknowledged);
  const count = await store.record(document, 'count');
  expect(Number(Buffer.from(count ?? []).toString())).toBe(numbers.length);
  return numbers.length;
}
