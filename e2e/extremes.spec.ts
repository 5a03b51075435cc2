import type { Page } from '@playwright/test';
import { expect, sampleTest as test } from './support/meeting.ts';

const ENDLESS = 'x'.repeat(120);

test('[M2] [M5] [M20] a name of eighty letters and words without end stay inside their places', async ({ join }) => {
  const { page } = await join('W'.repeat(80), 'product');
  for (const cell of ['upcomingTitle', 'upcomingIntent', 'roadmapFeature', 'riskText', 'decisionText']) {
    await page.locator(`[data-type="${cell}"]`).first().click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(` ${ENDLESS}`);
  }
  const item = page.locator('[data-type="upcomingItem"]').first();
  const voices = await Promise.all(
    ['upcomingIntent', 'upcomingEngineering'].map((cell) => item.locator(`[data-type="${cell}"]`).boundingBox()),
  );
  expect(voices[0]?.y).toBe(voices[1]?.y);
  expect(voices[0]?.width).toBeCloseTo(voices[1]?.width ?? 0, -1);

  const inside = async (part: string): Promise<void> => {
    const out = await page.locator(part).evaluate((root) => {
      const edge = root.getBoundingClientRect().right + 1;
      return [...root.querySelectorAll('*')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > edge && !one.closest('.sr'))
        .map((one) => `${one.tagName}.${one.className}`);
    });
    expect(out).toEqual([]);
  };
  await inside('.page');
  await inside('.rail');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Who may come in')).toBeVisible();
  await inside('[role="dialog"]');
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator('.bottombar')).toBeVisible();
  expect(await page.locator('.page').evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
});

test('[M24] on a phone the section says when its time is nearly up, and over', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.clock.install();
  await page.reload();
  await page.getByRole('button', { name: 'Start the clock' }).click();
  const head = page.locator('.phone-now');
  await expect(head).toHaveClass(/--running/);
  await page.clock.fastForward('07:30');
  await expect(head).toHaveClass(/--soon/);
  await page.clock.fastForward('01:00');
  await expect(head).toHaveClass(/--over/);
  await expect(head).toContainText(/8:3\d of 8:00/);
});

test('[M22] whoever follows and goes elsewhere by the agenda or by name stays there until they come back', async ({
  join,
}) => {
  const tomas = await join('Tomas', 'engineering');
  const finn = await join('Finn', 'other', 'follower');
  const go = (page: Page, name: string) =>
    page.getByRole('navigation', { name: 'Agenda' }).getByRole('link', { name }).click();
  const back = finn.page.getByRole('button', { name: 'Back to Tomas' });
  await finn.page.keyboard.press('ControlOrMeta+.');
  await expect(finn.page.getByRole('button', { name: 'Stop following Tomas' })).toBeVisible();
  await go(finn.page, 'Decisions');
  const decisions = finn.page.getByRole('heading', { name: 'Decisions', level: 2 });
  await expect(back).toBeVisible();
  await expect(decisions).toBeInViewport();
  await go(tomas.page, 'Technical constraints');
  await expect(finn.page.locator('.dock')).toContainText('Tomas is in Technical constraints');
  await expect(decisions).toBeInViewport();
  await expect(finn.page.locator('[data-type="sectionHeading"]:focus')).toContainText('Decisions');
  await back.click();
  await expect(finn.page.getByRole('heading', { name: 'Technical constraints', level: 2 })).toBeInViewport();
});

test('[M32] on a phone final notes are headed by their title, not by a section that still runs', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.getByRole('button', { name: 'Start the clock' }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  const head = page.locator('.phone-now');
  await expect(head).toContainText('Roadmap status');
  await page.getByRole('button', { name: 'Finalize' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finalize/ })
    .click();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  await expect(head).toContainText('Crumb');
  await expect(head).not.toContainText(' of ');
});
