import { type BrowserContext, test as base, expect, type Locator, type Page } from '@playwright/test';
import { DuetServer } from './server.ts';

type Role = 'facilitator' | 'participant' | 'follower';
type Side = 'product' | 'engineering' | 'other';

export interface NewMeeting {
  readonly id: string;
  readonly links: Readonly<Record<Role, string>>;
  readonly keys: Readonly<Record<Role, string>>;
}

/** One person in a browser of their own: own cookies, own IndexedDB. */
interface Person {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
}

interface Fixtures {
  /** A server of this test alone. */
  readonly server: DuetServer;
  /** A meeting made through the API by "Maya" (product). */
  readonly meeting: NewMeeting;
  /** Opens the meeting by the link of `role` and walks through the join page. */
  readonly join: (name: string, side: Side, role?: Role) => Promise<Person>;
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to know what a fixture needs.
  server: async ({}, use) => {
    const server = await DuetServer.start();
    await use(server);
    await server.close();
  },

  meeting: async ({ server }, use) => {
    await use(await createMeeting(server, { title: 'Weekly sync', date: localDay(2) }));
  },

  join: async ({ browser, meeting }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (name, side, role = 'facilitator') => {
      const context = await browser.newContext();
      contexts.push(context);
      const page = await context.newPage();
      await page.goto(meeting.links[role]);
      await page.getByLabel('Your name').fill(name);
      await page.getByRole('radio', { name: SIDE_LABELS[side] }).check();
      await page.getByRole('button', { name: 'Join' }).click();
      await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
      return { name, page, context };
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

const SIDE_LABELS: Readonly<Record<Side, RegExp>> = {
  product: /product/i,
  engineering: /engineering/i,
  other: /else|other/i,
};

/** The same, but each test begins with the sample: a meeting with something of everything, held four days ago. */
export const sampleTest = test.extend({
  meeting: async ({ server }, use) => {
    await use(await createMeeting(server, { sample: true, date: localDay(-4) }));
  },
});

/** A day as the browsers of this machine have it, counted from today. */
export function localDay(offset: number): string {
  const day = new Date();
  day.setDate(day.getDate() + offset);
  // The one locale whose days are written like ISO 8601.
  return day.toLocaleDateString('sv-SE');
}

async function createMeeting(server: DuetServer, details: Record<string, unknown>): Promise<NewMeeting> {
  const session = await fetch(`${server.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Maya', side: 'product' }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const made = await fetch(`${server.url}/api/meetings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(details),
  });
  if (made.status !== 201) throw new Error(`The meeting was not made: ${made.status} ${await made.text()}`);
  return (await made.json()) as NewMeeting;
}

/** The parts of the JSON export that the tests look at. */
export interface Exported {
  readonly status: string;
  readonly risks: readonly { readonly risk: string; readonly owner: string | null; readonly mitigation: string }[];
  readonly actions: readonly { readonly action: string; readonly status: string; readonly owner: string | null }[];
  readonly roadmap: readonly {
    readonly id: string;
    readonly feature: string;
    readonly progress: string;
    readonly overrideReason: string | null;
    readonly confirmedOn: string | null;
  }[];
  readonly decisions: readonly {
    readonly text: string;
    readonly state: string;
    readonly decidedBy: readonly string[];
    readonly why: string | null;
  }[];
  readonly questions: readonly { readonly question: string; readonly state: string; readonly answer: string | null }[];
  readonly notes: readonly string[];
}

/** What the committed document says, through the API. */
export async function exported(server: DuetServer, meeting: NewMeeting): Promise<Exported> {
  const answer = await fetch(`${server.url}/api/meetings/${meeting.id}/export.json`, {
    headers: { authorization: `Bearer ${meeting.keys.facilitator}` },
  });
  if (!answer.ok) throw new Error(`export.json answered ${answer.status}`);
  return (await answer.json()) as Exported;
}

/** The words in an element, without the name flags of other people's carets. */
export function wordsIn(element: Locator): Promise<string> {
  return element.evaluate((node) => {
    const copy = node.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll('.caret')) caret.remove();
    return copy.textContent ?? '';
  });
}

/** Whether the page would ask before it is closed, which it does while an edit of it is not on the server's disk. */
export function asksBeforeClosing(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
}

/**
 * Resolves once everything typed in `page` is on the server's disk. Not by the word in the top bar: that one is
 * steady, and for 400 ms says of the edits before.
 */
export async function allSaved(page: Page): Promise<void> {
  await expect.poll(() => asksBeforeClosing(page)).toBe(false);
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
}

/** Clicks a button that an entry shows to the pointer, wherever the entry is by then: lists move as notes are mended. */
export async function clickOn(entry: Locator, button: Locator): Promise<void> {
  await expect(async () => {
    await entry.hover({ timeout: 2_000 });
    await button.click({ timeout: 2_000 });
  }).toPass();
}

/** Drags a row or block by its grip to the middle of another one, plus `below` pixels. */
export async function dragEntry(
  page: Page,
  noun: string,
  entry: Locator,
  target: Locator,
  below: number,
): Promise<void> {
  await entry.hover();
  const button = page.getByRole('button', { name: `${noun}: move or delete` });
  // It may still stand beside the entry that was under the pointer before.
  await expect(async () => {
    const [grip, row] = [await button.boundingBox(), await entry.boundingBox()];
    expect(grip?.y).toBeGreaterThanOrEqual(row?.y ?? Number.NaN);
    expect(grip?.y).toBeLessThan((row?.y ?? 0) + (row?.height ?? 0));
  }).toPass();
  await button.hover();
  const to = await target.boundingBox();
  if (to === null) throw new Error('Nowhere to drag it to.');
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height / 2 + below, { steps: 8 });
  await page.mouse.up();
}
