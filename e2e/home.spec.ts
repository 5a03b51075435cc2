import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/meeting.ts';

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
