import type { Browser, BrowserContext } from '@playwright/test';
import { READABLE, signedIn } from './duet-site.ts';
import type { LargeMeeting } from './large-meeting.ts';

declare global {
  interface Window {
    benchReadable?: Promise<number>;
  }
}

/** Milliseconds from navigation to a painted document, with empty caches and again right after. */
export async function opening(
  browser: Browser,
  origin: string,
  meeting: LargeMeeting,
  times: number,
): Promise<{ readonly cold: readonly number[]; readonly warm: readonly number[] }> {
  const cold: number[] = [];
  const warm: number[] = [];
  for (let n = 0; n < times; n++) {
    const context = await signedIn(browser, origin, meeting, 'Opener');
    await context.addInitScript(watchForDocument, READABLE);
    cold.push(await open(context, `${origin}/m/${meeting.id}`));
    for (let again = 0; again < 2; again++) warm.push(await open(context, `${origin}/m/${meeting.id}`));
    await context.close();
  }
  return { cold, warm };
}

async function open(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.goto(address);
  const readable = await page.evaluate(() => window.benchReadable);
  // Leaves time to write the local copy.
  await page.waitForTimeout(500);
  await page.close();
  return readable ?? Number.NaN;
}

/** Runs in the page before its own scripts. */
function watchForDocument(selector: string): void {
  window.benchReadable = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document, { subtree: true, childList: true });
  });
}
