import type { Page } from '@playwright/test';

/** Counted in the page that shows them; what others type has none, nor have names. */
export const MARK = 'x';

export interface Keys {
  /** Milliseconds since the epoch at which the browser got each key. */
  readonly pressed: readonly number[];
  /** Milliseconds from there to the end of the frame that showed it. */
  readonly toPaint: readonly number[];
}

interface Probe {
  pressed: number[];
  toPaint: number[];
  painted: number[];
}

declare global {
  interface Window {
    benchProbe?: Probe;
  }
}

/**
 * Begins to measure keys in this page. The end of a frame is the first task after it: a message that is posted from the
 * frame's own callback arrives when its layout and paint are done.
 */
export async function probeKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probe: Probe = { pressed: [], toPaint: [], painted: [] };
    window.benchProbe = probe;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        probe.pressed.push(performance.timeOrigin + timeStamp);
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => probe.toPaint.push(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

export async function keysOf(page: Page): Promise<Keys> {
  return page.evaluate(() => window.benchProbe ?? { pressed: [], toPaint: [] });
}

/**
 * Begins to note when each further {@link MARK} in the text has been painted in this page. A page that changes its text
 * in a frame of its own is drawn at the end of that very frame.
 */
export async function probeMarks(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    ([text, mark]) => {
      const probe: Probe = { pressed: [], toPaint: [], painted: [] };
      window.benchProbe = probe;
      let inFrame = false;
      const request = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) =>
        request((time) => {
          inFrame = true;
          // The observer is told of what the callback changed between the two.
          queueMicrotask(() => queueMicrotask(() => (inFrame = false)));
          callback(time);
        });
      let seen = (document.querySelector(text)?.textContent ?? '').split(mark).length;
      new MutationObserver(() => {
        const now = (document.querySelector(text)?.textContent ?? '').split(mark).length;
        const arrived = now - seen;
        if (arrived <= 0) return;
        seen = now;
        // Not by a name of its own: what runs the bench would wrap it in a helper that the page lacks.
        (inFrame ? queueMicrotask : request)(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            const at = performance.timeOrigin + performance.now();
            probe.painted.push(...Array.from({ length: arrived }, () => at));
          };
          port2.postMessage(null);
        });
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    },
    [selector, MARK] as const,
  );
}

/** Milliseconds since the epoch. */
export async function paintedAt(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.benchProbe?.painted ?? []);
}
