import type { Browser, BrowserContext } from '@playwright/test';
import type { LargeMeeting } from './large-meeting.ts';
import { goToEnd, type Site } from './typing.ts';

/** What stands in a page once its document can be read. */
export const READABLE = '.document [data-type="openQuestion"]';

export function duetSite(browser: Browser, origin: string, meeting: LargeMeeting): Site {
  let people = 0;
  const text = '.document > :last-child .text__body';
  return {
    name: 'Duet',
    document: meeting.document,
    text,
    open: async () => {
      const page = await (await signedIn(browser, origin, meeting, `Person ${++people}`)).newPage();
      await page.goto(`${origin}/m/${meeting.id}`);
      await goToEnd(page, text);
      return page;
    },
  };
}

/** A browser of a person who joined the meeting: empty caches, and the cookie. */
export async function signedIn(
  browser: Browser,
  origin: string,
  { id, facilitatorKey }: LargeMeeting,
  name: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const person = { name, side: 'product' };
  const headers = { origin };
  await context.request.post(`${origin}/api/session`, { data: person, headers });
  const joined = await context.request.post(`${origin}/api/meetings/${id}/join`, {
    data: { ...person, key: facilitatorKey },
    headers,
  });
  // As the page itself notes it once somebody has said their name.
  await context.addInitScript(() => localStorage.setItem('duet:introduced', '1'));
  if (!joined.ok()) throw new Error(`Joining was refused: ${await joined.text()}`);
  return context;
}
