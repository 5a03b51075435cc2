// @vitest-environment jsdom
import { templateBlocks } from '@duet/document';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

/**
 * Where the keyboard is between two keys of fast hands. On a slow machine keys wait in one queue, and go before timers and
 * frames: only what is done in the turn of the one key is there for the next.
 */
let page: MeetingPage;
beforeEach(async () => {
  page = await openMeetingPage(templateBlocks('product'));
});
afterEach(() => page.close());

const MICROTASKS = 20;

/** A key, and nothing after it but what comes before the next one. */
async function press(target: Element, key: string): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  for (let turn = 0; turn < MICROTASKS; turn++) await undefined;
}

async function click(target: Element): Promise<void> {
  target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  for (let turn = 0; turn < MICROTASKS; turn++) await undefined;
}

const focused = (): Element => document.activeElement ?? document.body;
const chip = (name: string): HTMLElement => page.find(`[aria-label^="${name}"]`);

describe('a dialog of a chip', () => {
  beforeEach(async () => {
    await page.click(page.find('[aria-label="Add feature"], .grid-table--road .btn'));
    chip('Status').focus();
    await click(chip('Status'));
    expect(focused().matches('[role=combobox]')).toBe(true);
  });

  test.each([
    ['a choice', '1'],
    ['Esc', 'Escape'],
  ])('[M3] gives the chip the focus with %s, so that Tab goes on from it', async (_, key) => {
    await press(focused(), key);
    expect(document.querySelector('[role=dialog]')).toBeNull();
    expect(focused()).toBe(chip('Status'));
    await press(focused(), 'Tab');
    expect(focused()).toBe(chip('Target date'));
  });

  test('[M3] leaves whoever presses elsewhere there', async () => {
    const elsewhere = chip('Target date');
    elsewhere.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
    elsewhere.focus();
    await page.click(elsewhere);
    expect(focused().closest('[role=dialog]')?.getAttribute('aria-label')).toContain('Target date');
  });
});

test('[M3] what was added has the keyboard once: whoever has gone on to its chips is not called back', async () => {
  const frames: FrameRequestCallback[] = [];
  const real = globalThis.requestAnimationFrame;
  globalThis.requestAnimationFrame = (frame) => frames.push(frame);
  const add = page.find('[aria-label="Add feature"], .grid-table--road .btn');
  add.focus();
  await click(add);
  await press(focused(), 'Tab');
  expect(focused()).toBe(chip('Status'));
  globalThis.requestAnimationFrame = real;
  for (const frame of frames) frame(performance.now());
  expect(focused()).toBe(chip('Status'));
});
