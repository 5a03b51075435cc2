import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { allSaved, expect, localDay, type NewMeeting, test } from './support/meeting.ts';

const NOTES = `# Weekly

## Roadmap status

| Feature | Status | Target date | Notes |
| --- | --- | --- | --- |
| Card on file | In progress — on track | ${localDay(20)} | |
| Search | In progress — on track | ${localDay(30)} | |

## Decisions

- Decided: Labels come in three colours (Maya)

## Action items

- [x] @maya Pay the bill
- [ ] @maya Call the vendor
`;

interface Meetings {
  readonly first: NewMeeting;
  readonly next: NewMeeting;
}

/** A series of two, made by the person of this page: the notes above, final if so wished, and what follows them. */
function heldTwice(page: Page, isFinal: boolean): Promise<Meetings> {
  const said = { notes: NOTES, isFinal, date: localDay(-7), today: localDay(0) };
  return page.evaluate(async ({ notes, isFinal, date, today }) => {
    const post = async (path: string, body: unknown, type = 'application/json') => {
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const answer = await fetch(path, { method: 'POST', headers: { 'content-type': type }, body: text });
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    };
    const series = await post('/api/series', { title: 'Weekly' });
    const first = await post(`/api/import?seriesId=${series.id}&date=${date}&title=Weekly`, notes, 'text/markdown');
    if (isFinal) await post(`/api/meetings/${first.id}/finalize`, {});
    return { first, next: await post(`/api/series/${series.id}/next`, { date: today }) };
  }, said);
}

/** Makes the person of this page a follower of these meetings. */
async function cameBefore(page: Page, meetings: readonly NewMeeting[]): Promise<void> {
  for (const { id, keys } of meetings) {
    await page.evaluate(
      async ({ id, key }) => {
        await fetch(`/api/meetings/${id}/join`, { method: 'POST', body: JSON.stringify({ key }) });
      },
      { id, key: keys.follower },
    );
  }
}

const sinceLast = (page: Page) => page.getByRole('button', { name: /^Since / });

test('[M35] what happened since the last meeting stands at the head of the next one, live, and nothing moves for it', async ({
  server,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'follower');
  const { first, next } = await heldTwice(maya.page, true);
  await cameBefore(finn.page, [first, next]);

  // It comes when the notes are there already, and takes no place that was not kept for it.
  let answer = (): void => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await maya.page.route('**/outcome', async (route) => {
    await asked;
    await route.continue();
  });
  await maya.page.goto(`${server.url}/m/${next.id}`);
  const heading = maya.page.getByRole('heading', { name: 'Roadmap status' });
  await expect(heading).toBeVisible();
  await expect(maya.page.getByRole('button', { name: 'Finalize' })).toBeVisible();
  const before = await heading.boundingBox();
  answer();
  const line = sinceLast(maya.page);
  await expect(line).toContainText('1 action done, 1 decision made');
  expect(await heading.boundingBox()).toEqual(before);
  expect((await new AxeBuilder({ page: maya.page }).analyze()).violations).toEqual([]);

  // What this meeting changes is added, for who follows too.
  await finn.page.goto(`${server.url}/m/${next.id}`);
  await expect(sinceLast(finn.page)).toContainText('1 action done, 1 decision made');
  await maya.page
    .locator('[data-type="actionItem"]')
    .filter({ hasText: 'Call the vendor' })
    .getByRole('checkbox')
    .click();
  await expect(sinceLast(finn.page)).toContainText('2 actions done');

  await sinceLast(finn.page).press('Enter');
  const list = finn.page.getByRole('region', { name: /^Since / });
  expect((await new AxeBuilder({ page: finn.page }).analyze()).violations).toEqual([]);
  await list.getByRole('button', { name: /Call the vendor/ }).click();
  const entry = finn.page.locator('[data-type="actionItem"]').filter({ hasText: 'Call the vendor' });
  await expect(entry).toBeInViewport();
  await expect(entry).toBeFocused();
  // What was settled was not carried over: it stands where it was said.
  await list.getByRole('link', { name: /Labels come in three/ }).click();
  await expect(finn.page).toHaveURL(`${server.url}/m/${first.id}`);
  await expect(finn.page.locator('[data-type="decision"]').filter({ hasText: 'Labels come in three' })).toBeFocused();

  await finn.page.setViewportSize({ width: 390, height: 800 });
  await finn.page.goto(`${server.url}/m/${next.id}`);
  await expect(sinceLast(finn.page)).toBeVisible();
  expect(await finn.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('[M35] who may not read the last meeting is told nothing of it, and a first meeting has no last one', async ({
  server,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const noor = await join('Noor', 'engineering', 'follower');
  const { first, next } = await heldTwice(maya.page, false);
  const told: string[] = [];
  noor.page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text());
  });
  await noor.page.goto(`${server.url}/m/${next.id}#key=${next.keys.follower}`);
  await expect(noor.page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
  await maya.page.goto(`${server.url}/m/${next.id}`);
  await expect(sinceLast(maya.page)).toBeVisible();
  await allSaved(maya.page);
  await expect(noor.page.locator('[data-type="actionItem"]').filter({ hasText: 'Call the vendor' })).toBeVisible();
  await expect(sinceLast(noor.page)).toHaveCount(0);
  expect(told).toEqual([]);

  await maya.page.goto(`${server.url}/m/${first.id}`);
  await expect(maya.page.locator('[data-type="actionItem"]').filter({ hasText: 'Call the vendor' })).toBeVisible();
  await expect(sinceLast(maya.page)).toHaveCount(0);
});

test('[M36] a decision that resembles an older one shows it while it is written, and both say that it was replaced', async ({
  server,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'follower');
  const { first, next } = await heldTwice(maya.page, true);
  await cameBefore(finn.page, [first, next]);
  for (const { page } of [maya, finn]) await page.goto(`${server.url}/m/${next.id}`);
  await maya.page.getByRole('button', { name: 'Record decision' }).click();
  const text = maya.page.locator('[data-type="decisionText"]');
  await maya.page.keyboard.type('Labels come in four colours');
  const card = maya.page.getByRole('group', { name: 'Pending decision' });
  const replace = card.getByRole('button', { name: 'Replace it' });
  const before = await text.boundingBox();
  await expect(replace).toBeVisible();
  await expect(card).toContainText('Labels come in three colours');
  await expect(maya.page.getByText(/^This resembles an older decision/)).toBeAttached();
  // It took neither the caret nor the place of what is written.
  expect(await text.boundingBox()).toEqual(before);
  await maya.page.keyboard.type(' from May');
  await expect(text).toHaveText('Labels come in four colours from May');
  expect((await new AxeBuilder({ page: maya.page }).analyze()).violations).toEqual([]);

  const opened = maya.page.context().waitForEvent('page');
  await card.getByRole('link', { name: 'Open' }).click();
  const old = (page: Page) => page.locator('[data-type="decision"]').filter({ hasText: 'Labels come in three' });
  const beside = await opened;
  await expect(old(beside)).toBeInViewport();
  await beside.close();

  // With the keys alone, from the text that is being written.
  await text.click();
  await expect(async () => {
    await maya.page.keyboard.press('Tab');
    await expect(replace).toBeFocused({ timeout: 100 });
  }).toPass();
  await maya.page.keyboard.press('Enter');
  await expect(replace).toHaveCount(0);
  await maya.page.keyboard.type('!');
  await expect(text).toHaveText('Labels come in four colours from May!');
  await allSaved(maya.page);

  // The older notes are final, and still say what came of it; who only reads is offered nothing.
  const link = finn.page.getByRole('link', { name: /^Replaces: Labels come in three colours/ });
  await expect(link).toBeVisible();
  await expect(finn.page.getByText('Resembles')).toHaveCount(0);
  await link.click();
  await expect(finn.page).toHaveURL(`${server.url}/m/${first.id}`);
  await expect(old(finn.page)).toBeFocused();
  const back = old(finn.page).getByRole('link', { name: /^Replaced by: Labels come in four colours from May!/ });
  await back.click();
  await expect(finn.page).toHaveURL(`${server.url}/m/${next.id}`);
});

test('[M36] a decision of the same meeting is replaced at once, for everybody', async ({ server, join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const write = async (page: Page, words: string): Promise<void> => {
    await page.getByRole('button', { name: 'Record decision' }).click();
    await page.keyboard.type(words);
  };
  await write(maya.page, 'The bank file is sent every night');
  await expect(tomas.page.locator('[data-type="decisionText"]')).toContainText('every night');
  await write(tomas.page, 'The bank file is sent every hour');
  // Away from the others nobody knows what they replace meanwhile.
  const replace = tomas.page.getByRole('button', { name: 'Replace it' });
  await expect(replace).toBeVisible();
  await server.kill();
  await expect(replace).toHaveCount(0);
  await server.start();
  await replace.click();
  const older = maya.page.getByRole('group', { name: 'Reversed decision' });
  await expect(older).toContainText('The bank file is sent every night');
  await older.getByRole('button', { name: /^Replaced by: The bank file is sent every hour/ }).click();
  await expect(maya.page.getByRole('button', { name: /^Replaces: The bank file is sent every night/ })).toBeVisible();
});
