// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FramePace } from './frame-pace.ts';

const FRAME_MS = 16;
let pace: FramePace;

beforeEach(() => {
  vi.useFakeTimers();
  pace = new FramePace();
});
afterEach(() => {
  pace.destroy();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const press = () => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
const nextFrame = () => vi.advanceTimersByTime(FRAME_MS);

test('[M20] what others did comes with the next frame', () => {
  const take = vi.fn();
  pace.ask(take);
  expect(take).not.toHaveBeenCalled();
  nextFrame();
  expect(take).toHaveBeenCalledOnce();
});

test('[M20] a key of one’s own is drawn first', () => {
  const take = vi.fn();
  press();
  pace.ask(take);
  nextFrame();
  expect(take).not.toHaveBeenCalled();
  nextFrame();
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
  const slow = () => vi.advanceTimersByTime(40);
  pace.ask(slow);
  nextFrame();
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
  const take = vi.fn();
  pace.ask(take);
  vi.advanceTimersByTime(1_000);
  expect(take).toHaveBeenCalledOnce();
});
