import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, exported, test } from './support/meeting.ts';

async function violations(page: Page): Promise<unknown[]> {
  return (await new AxeBuilder({ page }).analyze()).violations;
}

test('[G12] words that a merge removed wait for the facilitators, and one click puts them back', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering', 'participant');
  await maya.page.getByRole('button', { name: 'Add action item' }).click();
  await maya.page.keyboard.type('Ask about prices');
  const item = '[data-type="actionItem"]';
  await expect(tomas.page.locator(`${item} .lead`)).toHaveText(/Ask about prices/);

  await server.kill();
  for (const { page } of [maya, tomas])
    await expect(page.getByText(/offline|not connected|reconnect/i).first()).toBeVisible();
  await tomas.page.locator(`${item} .lead`).getByText('Ask about prices').click();
  await tomas.page.keyboard.press('End');
  await tomas.page.keyboard.type('; Legal has them');
  await maya.page.locator(item).hover();
  await maya.page.getByRole('button', { name: 'Action item: move or delete' }).click();
  await maya.page.getByRole('option', { name: /Delete/ }).click();
  await expect(maya.page.locator(item)).toHaveCount(0);
  await server.start();

  const banner = maya.page.getByText('1 text was lost in a merge.');
  await expect(banner).toBeVisible({ timeout: 40_000 });
  await maya.page.getByRole('button', { name: 'Look at it' }).click();
  const dialog = maya.page.getByRole('dialog');
  await expect(dialog.getByText(/^Tomas, engineering, .*, Action items$/)).toBeVisible();
  expect(await violations(maya.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Put back' }).click();
  await expect(banner).toBeHidden();
  await expect(dialog.getByText(/Everybody’s words are where they wrote them/)).toBeVisible();
  await maya.page.getByRole('status').getByText('Show').click();
  await expect(dialog).toBeHidden();
  await expect(maya.page.locator('.document').getByText('; Legal has them')).toBeInViewport();
  await expect(tomas.page.locator('.document').getByText('; Legal has them')).toBeVisible();
  await expect(tomas.page.getByText(/lost in a merge/)).toHaveCount(0);
  expect((await exported(server, meeting)).notes).toContain('; Legal has them');
});

test('[G9] the history shows what the notes said, and brings it back for everybody', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering', 'participant');
  await maya.page.getByRole('button', { name: 'Add action item' }).click();
  await maya.page.keyboard.type('Written by mistake');
  const lead = tomas.page.locator('[data-type="actionItem"] .lead');
  await expect(lead).toHaveText(/Written by mistake/);

  const open = async (page: Page) => {
    await page.getByRole('button', { name: 'Meeting menu' }).first().click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    return page.getByRole('dialog', { name: 'History' });
  };
  const theirs = await open(tomas.page);
  await expect(theirs.getByText('Written by mistake')).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Bring this version back' })).toHaveCount(0);
  await tomas.page.keyboard.press('Escape');

  const dialog = await open(maya.page);
  const before = dialog.getByRole('button', { name: /Created/ });
  await before.focus();
  await maya.page.keyboard.press('Enter');
  await expect(before).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByRole('heading', { name: 'Before the meeting' })).toBeVisible();
  await expect(dialog.getByText('Written by mistake')).toHaveCount(0);
  expect(await violations(maya.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Bring this version back' }).click();
  await expect(dialog).toBeHidden();
  await expect(lead).toHaveCount(0);
});
