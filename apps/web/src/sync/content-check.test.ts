import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { type ContentAnswer, type ContentQuestion, watchContent } from './content-check.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

function watched(answer: ContentAnswer, onAsk: (doc: Y.Doc) => void = () => {}) {
  const doc = new Y.Doc();
  const asked: ContentQuestion[] = [];
  const state = { settled: true, different: 0, connect: () => {} };
  const stop = watchContent({
    doc,
    isSettled: () => state.settled,
    onConnected: (listener) => {
      state.connect = listener;
      return () => {};
    },
    ask: async (question) => {
      asked.push(question);
      onAsk(doc);
      return answer;
    },
    onDifferent: () => state.different++,
  });
  state.connect();
  /** The hash is made on another thread, so time must also pass in truth. */
  const pass = async (ms: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(ms);
    await vi.waitFor(async () => expect(await crypto.subtle.digest('SHA-256', new Uint8Array())).toBeDefined());
    await vi.advanceTimersByTimeAsync(0);
  };
  return { doc, asked, state, stop, pass };
}

test('[G15] equal content is compared again every few minutes, and after a reconnect', async () => {
  const { asked, state, pass } = watched('equal');
  await pass(10_000);
  expect(asked).toHaveLength(1);
  await pass(5 * MINUTE);
  expect(asked).toHaveLength(2);
  state.connect();
  await pass(10_000);
  expect(asked).toHaveLength(3);
  expect(state.different).toBe(0);
});

test('[G15] a difference counts when it is there twice', async () => {
  const { asked, state, pass } = watched('different');
  await pass(10_000);
  expect(state.different).toBe(0);
  await pass(5_000);
  expect(asked.map(({ again }) => again)).toEqual([false, true]);
  expect(state.different).toBe(1);
});

test('[G15] an edit that arrives meanwhile, and edits that are not saved, make a difference void', async () => {
  const arriving = watched('different', (doc) => doc.getMap('meeting').set('title', 'Weekly'));
  await arriving.pass(10_000);
  await arriving.pass(5_000);
  expect(arriving.asked).toHaveLength(1);
  const unsaved = watched('different', () => {
    unsaved.state.settled = false;
  });
  await unsaved.pass(10_000);
  await unsaved.pass(5_000);
  expect(unsaved.asked).toHaveLength(1);
  expect(arriving.state.different + unsaved.state.different).toBe(0);
});

test('[G15] nothing is asked after the end', async () => {
  const { asked, stop, pass } = watched('different');
  stop();
  await pass(10 * MINUTE);
  expect(asked).toEqual([]);
});
