import type { Page } from '@playwright/test';
import { seconds } from '../figures.ts';
import { keysOf, MARK, paintedAt, probeKeys, probeMarks } from './key-probe.ts';
import { type MainThread, mainThread } from './main-thread.ts';
import type { SharedDocument } from './socket.ts';
import { startTypists } from './typists.ts';

/** An editor in a browser, however it came there. */
export interface Site {
  readonly name: string;
  readonly document: SharedDocument;
  /** A further person's page with the document on it, and a caret at the end of `text`. */
  readonly open: () => Promise<Page>;
  /** CSS selector of the last text, which nobody else types in. */
  readonly text: string;
}

export interface Typing {
  /** Milliseconds. */
  readonly toPaint: readonly number[];
  readonly toOther: readonly number[];
  /** What a page works while only others type. */
  readonly watching: MainThread;
}

export interface TypingLoad {
  readonly typists: number;
  readonly rate: number;
  readonly keys: number;
}

const KEYS_PER_SECOND = 7;

/** Types in one page, then in one page while another looks on, with `typists` others at work all the time. */
export async function typing(site: Site, { typists, rate, keys }: TypingLoad): Promise<Typing> {
  const stop = await startTypists({ document: site.document, count: typists, rate });
  try {
    const page = await site.open();
    await press(page, 10);
    const watching = await mainThread(page, () => seconds(4));
    await probeKeys(page);
    await press(page, keys);
    const { toPaint } = await keysOf(page);
    const onlooker = await site.open();
    await seconds(1);
    await probeMarks(onlooker, site.text);
    await press(page, keys);
    await seconds(1);
    const pressed = (await keysOf(page)).pressed.slice(-keys);
    const painted = await paintedAt(onlooker);
    if (painted.length !== keys) throw new Error(`${painted.length} of ${keys} keys came to the other page.`);
    await page.context().close();
    await onlooker.context().close();
    return {
      toPaint,
      toOther: painted.map((at, index) => at - (pressed[index] ?? Number.NaN)),
      watching,
    };
  } finally {
    await stop();
  }
}

/** Puts the caret behind a text. Not by a click: that waits for a page which stands still, and here nothing does. */
export async function goToEnd(page: Page, selector: string): Promise<void> {
  await page.locator(selector).evaluate((text) => {
    text.closest<HTMLElement>('[contenteditable="true"]')?.focus();
    text.scrollIntoView({ block: 'center' });
    getSelection()?.selectAllChildren(text);
    getSelection()?.collapseToEnd();
  });
}

async function press(page: Page, keys: number): Promise<void> {
  for (let n = 0; n < keys; n++) {
    await page.keyboard.press(MARK);
    // Not in step with frames, nor with the keys of the others.
    await seconds((0.5 + Math.random()) / KEYS_PER_SECOND);
  }
}
