// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TypingPace } from './typing-pace.ts';

const FRAME_MS = 16;
let pace: TypingPace;

beforeEach(() => {
  vi.useFakeTimers();
  pace = new TypingPace();
});
afterEach(() => {
  pace.destroy();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);

test('[M20] what others did comes before the next frame', () => {
  const [take, frame] = [vi.fn(), vi.fn()];
  requestAnimationFrame(frame);
  pace.ask(take);
  expect(take).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(take).toHaveBeenCalledOnce();
  expect(frame).not.toHaveBeenCalled();
});

test('[M20] a key of one’s own is drawn first', () => {
  const take = vi.fn();
  press();
  pace.ask(take);
  vi.advanceTimersByTime(FRAME_MS - 1);
  expect(take).not.toHaveBeenCalled();
  nextFrame();
  expect(take).toHaveBeenCalledOnce();
});

test('[M20] a caret waits a little for the letter that moved it, which does not wait for the caret', () => {
  const take = vi.fn();
  pace.ask(take, 50);
  vi.advanceTimersByTime(40);
  expect(take).not.toHaveBeenCalled();
  pace.ask(take);
  vi.advanceTimersByTime(1);
  expect(take).toHaveBeenCalledOnce();
});

test('[M20] whoever types without a pause still sees what others type', () => {
  const take = vi.fn();
  pace.ask(take);
  for (let n = 0; n < 30 && take.mock.calls.length === 0; n++) {
    press();
    nextFrame();
  }
  expect(take).toHaveBeenCalledOnce();
});

test('[M20] what was slow to take over makes the next wait in proportion', () => {
  const slow = () => vi.advanceTimersByTime(60);
  pace.ask(slow);
  vi.advanceTimersByTime(1);
  const take = vi.fn();
  pace.ask(take);
  vi.advanceTimersByTime(60);
  expect(take).not.toHaveBeenCalled();
  vi.advanceTimersByTime(60);
  expect(take).toHaveBeenCalledOnce();
});

test('[M20] a page that draws no frames takes it over all the same', () => {
  vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
  press();
  const take = vi.fn();
  pace.ask(take);
  vi.advanceTimersByTime(1_000);
  expect(take).toHaveBeenCalledOnce();
});
