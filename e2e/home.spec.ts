import { AxeBuilder } from '@axe-core/playwright';
import { expect, localDay, test } from './support/meeting.ts';

const SECTIONS = [
  'Roadmap status',
  'Upcoming work',
  'Technical constraints',
  'Risks',
  'Decisions',
  'Action items',
  'Open questions',
  'Follow-up',
];

test('a first visit is quiet, and a sample meeting is a click away', async ({ server, page }) => {
  const told: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') told.push(message.text());
  });
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Open a sample meeting' }).click();
  await page.getByLabel('Your name').fill('Finn');
  await page.getByRole('button', { name: 'Open the sample' }).click();
  for (const name of SECTIONS) await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  const attention = page.getByRole('complementary', { name: 'Attention and people' });
  await expect(attention.getByRole('listitem').nth(3)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(told).toEqual([]);

  await page.goto(server.url);
  await expect(page.getByRole('heading', { name: 'Next meeting' })).toBeVisible();
});

test('whoever is known opens a sample from an empty home in one click', async ({ server, page }) => {
  await page.goto(server.url);
  await page.evaluate(async () => {
    const body = JSON.stringify({ name: 'Finn', side: 'product' });
    await fetch('/api/session', { method: 'POST', body });
    localStorage.setItem('duet:introduced', '1');
  });
  await page.reload();
  await expect(page.getByText('No meetings yet')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Open a sample meeting' }).click();
  await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
});

test('[M35] a meeting is weekly unless told otherwise, and its final notes lead to the next one', async ({
  server,
  page,
}) => {
  await page.goto(server.url);
  await page.getByRole('button', { name: 'New meeting' }).click();
  await page.getByLabel('Your name').fill('Maya');
  await page.getByRole('button', { name: 'Create meeting' }).click();
  await page.getByRole('button', { name: 'Record decision' }).click();
  await page.keyboard.type('Which phones?');
  await page.getByRole('button', { name: 'Finalize' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finalize/ })
    .click();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  // What nobody may add to is not praised for being added to.
  await expect(page.getByText('No action items yet')).toBeVisible();
  await expect(page.getByText('One person, one thing, one day.')).toBeHidden();

  const first = page.url();
  const rail = page.getByRole('complementary');
  await rail.getByRole('button', { name: /^Prepare / }).click();
  await expect(page.locator('[data-type="decisionText"]')).toHaveText('Which phones?');
  await expect(page.getByRole('button', { name: 'Finalize' })).toBeVisible();
  const second = page.url();
  expect(second).not.toBe(first);
  await page.goto(first);
  await rail.getByRole('link', { name: /^Open / }).click();
  await expect(page).toHaveURL(second);

  await page.goto(server.url);
  await page.getByRole('navigation').getByRole('button', { name: 'New meeting' }).click();
  await expect(page.getByRole('dialog').getByLabel('Date')).toHaveValue(localDay(14));
});
