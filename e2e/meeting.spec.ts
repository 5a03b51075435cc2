import type { Locator, Page } from '@playwright/test';
import { clickOn, dragEntry, expect, localDay, sampleTest, test } from './support/meeting.ts';

// Each is a story of two or three browsers.
test.slow();

const attentionOf = (page: Page): Locator => page.locator('.app > .rail .attn');
const agendaOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Agenda' });

/** Once it stands still: pages glide to where one sends them. */
function scrolledTo(page: Page): Promise<number> {
  return page.locator('main').evaluate(
    (main) =>
      new Promise<number>((resolve) => {
        let still = { top: main.scrollTop, frames: 0 };
        requestAnimationFrame(function look() {
          const top = main.scrollTop;
          still = { top, frames: top === still.top ? still.frames + 1 : 0 };
          if (still.frames === 15) resolve(top);
          else requestAnimationFrame(look);
        });
      }),
  );
}

const topOf = async (element: Locator): Promise<number> => Math.round((await element.boundingBox())?.y ?? Number.NaN);

test('[M1] [M2] two browsers open a new meeting at once: one agenda, and both of them in its details', async ({
  join,
}) => {
  const [maya, tomas] = await Promise.all([join('Maya', 'product'), join('Tomas', 'engineering')]);
  const lena = await join('Lena', 'other', 'participant');
  const titles = (page: Page): Promise<readonly string[]> =>
    page.locator('[data-type="sectionHeading"] h2').allTextContents();
  for (const { page } of [maya, tomas, lena]) {
    expect(await titles(page)).toEqual([
      'How to run this meeting',
      'Before the meeting',
      'Roadmap status',
      'Upcoming work',
      'Technical constraints',
      'Risks',
      'Decisions',
      'Action items',
      'Open questions',
      'Follow-up',
    ]);
    const details = page.locator('.details > div');
    await expect(details.filter({ hasText: 'Facilitators' })).toContainText(/Maya, PM.*Tomas, EM/);
    await expect(details.filter({ hasText: 'Attendees' })).toContainText('Lena');
    await expect(page.getByLabel('Duration')).toHaveValue('45');
  }

  await maya.page.getByLabel('Date').fill(localDay(3));
  await tomas.page.getByLabel('Duration').selectOption('30');
  await expect(tomas.page.getByLabel('Date')).toHaveValue(localDay(3));
  await expect(maya.page.getByLabel('Duration')).toHaveValue('30');
});

sampleTest('[M22] a follower is taken along, lets go by scrolling, and comes back by one click', async ({ join }) => {
  const tomas = await join('Tomas', 'engineering');
  const finn = await join('Finn', 'other', 'follower');
  // Another window: lines break elsewhere, so that the same pixel is another place.
  await finn.page.setViewportSize({ width: 1210, height: 640 });
  const section = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true, level: 2 });
  const go = (name: string) => agendaOf(tomas.page).getByRole('link', { name }).click();

  await finn.page.keyboard.press('ControlOrMeta+.');
  await expect(finn.page.getByRole('button', { name: 'Stop following Tomas' })).toBeVisible();
  await expect(tomas.page.locator('.person').filter({ hasText: 'Finn' })).toContainText('Tomas');
  await go('Risks');
  const apart = async (name: string): Promise<number> =>
    Math.abs((await topOf(section(tomas.page, name))) - (await topOf(section(finn.page, name))));
  await expect.poll(() => apart('Risks')).toBeLessThan(8);
  await expect(section(finn.page, 'Risks')).toBeInViewport();

  await scrolledTo(finn.page);
  const before = await topOf(section(finn.page, 'Risks'));
  await finn.page.locator('main').hover();
  await finn.page.mouse.wheel(0, -200);
  await expect.poll(() => topOf(section(finn.page, 'Risks'))).toBe(before + 200);
  const dock = finn.page.getByRole('button', { name: 'Back to Tomas' });
  await go('Technical constraints');
  await expect(finn.page.locator('.dock')).toContainText('Tomas is in Technical constraints');
  expect(await topOf(section(finn.page, 'Risks'))).toBe(before + 200);
  await dock.click();
  await expect(dock).toHaveCount(0);
  await expect.poll(() => apart('Technical constraints')).toBeLessThan(8);
  await finn.page.getByRole('button', { name: 'Stop following Tomas' }).click();
  await expect(tomas.page.locator('.person').filter({ hasText: 'Finn' })).not.toContainText('Tomas');
});

sampleTest(
  '[M22] on a phone the caret of whom one follows is in sight, wherever it goes on their page',
  async ({ join }) => {
    const tomas = await join('Tomas', 'engineering');
    const finn = await join('Finn', 'other', 'follower');
    await finn.page.setViewportSize({ width: 390, height: 844 });
    await finn.page.keyboard.press('ControlOrMeta+.');
    await expect(finn.page.getByRole('button', { name: 'Stop following Tomas' })).toBeVisible();
    const caretIsSeen = (): Promise<boolean> =>
      finn.page.evaluate(() => {
        const caret = document.querySelector('.caret--em')?.getBoundingClientRect();
        const page = document.querySelector('.page')?.getBoundingClientRect();
        const bar = document.querySelector('.bottombar .btn')?.getBoundingClientRect();
        return (
          caret !== undefined &&
          page !== undefined &&
          bar !== undefined &&
          caret.top > page.top &&
          caret.bottom < bar.top
        );
      });

    // What a desk shows under this heading at once is three screenfuls of a phone.
    await agendaOf(tomas.page).getByRole('link', { name: 'Roadmap status' }).click();
    await expect.poll(caretIsSeen).toBe(true);
    const before = await scrolledTo(tomas.page);
    const card = tomas.page.locator('[data-type="upcomingItem"]').first();
    for (const cell of [
      card.locator('[data-type="upcomingEngineering"]'),
      tomas.page.locator('[data-type="roadmapFeature"]').first(),
      tomas.page.locator('[data-type="roadmapNotes"]').last(),
    ]) {
      await cell.click();
      await tomas.page.keyboard.type('Here: ');
      await expect.poll(caretIsSeen).toBe(true);
    }
    // Nothing of it was scrolled to on the desk.
    expect(await scrolledTo(tomas.page)).toBe(before);
  },
);

sampleTest(
  'what is added at the lower edge of the page is seen whole, with room for what is offered below it',
  async ({ join }) => {
    const { page } = await join('Maya', 'product');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('add decision');
    await page.keyboard.press('Enter');
    const added = page.locator('[data-type="decision"]').last();
    await expect(added).toHaveClass(/has-caret/);
    await expect(added).toBeInViewport({ ratio: 1 });
  },
);

sampleTest(
  '[M6] [M27] an entry that needs attention leads to its place, and goes when it is mended there',
  async ({ join }) => {
    const { page } = await join('Maya', 'product');
    const listed = (words: string): Locator => attentionOf(page).filter({ hasText: words });
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    const count = await attentionOf(page).count();

    const incomplete = listed('It does not say what is in the way');
    await expect(incomplete).toContainText('Split invoices');
    await incomplete.getByText('Split invoices').click();
    const item = page.locator('[data-type="upcomingItem"]').filter({ hasText: 'Split invoices' });
    await expect(item).toBeInViewport();
    await clickOn(incomplete, incomplete.getByRole('button', { name: 'Write what is in the way' }));
    await page.keyboard.type('Tax rules differ by country');
    await expect(item.locator('[data-type="upcomingEngineering"]')).toContainText('Tax rules differ by country');
    await expect(incomplete).toHaveCount(0);

    // In the list itself: nobody has to go anywhere.
    const pending = listed('A larger contract for maps');
    await expect(pending).toContainText('no one person is named');
    await clickOn(pending, pending.getByRole('button', { name: 'Assign' }));
    await page.getByRole('menuitem', { name: 'Kofi Mensah' }).click();
    await expect(pending).toHaveCount(0);
    await expect(attentionOf(page)).toHaveCount(count - 2);
    await expect(page.getByText('2 settled in this meeting')).toBeVisible();
    await page.locator('.document').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(pending).toHaveCount(1);
  },
);

sampleTest(
  '[M36] what was decided is found on the home page by its reason, and leads to its meeting',
  async ({ server, join }) => {
    const { page } = await join('Maya', 'product');
    await page.goto(server.url);
    const log = page.getByRole('region', { name: 'Decision log' });
    await log.getByRole('searchbox', { name: 'Search decisions' }).fill('doubles work');
    await expect(log.getByRole('status')).toHaveText('1 found');
    await log.getByRole('searchbox').fill('doubles rocket');
    await expect(log.getByText('No decision says that.')).toBeVisible();
    await log.getByRole('searchbox').fill('doubles tomas');
    await log.getByRole('link', { name: /^Standing orders are imported once/ }).click();
    await expect(page.getByRole('heading', { name: 'Decisions' })).toBeVisible();
  },
);

sampleTest('[M8] an upcoming item that is dropped on the roadmap starts there, or meets its gate', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const { page } = maya;
  // All of it on one page: near an edge a drag scrolls along.
  await page.setViewportSize({ width: 1440, height: 2600 });
  const item = (words: string): Locator => page.locator('[data-type="upcomingItem"]').filter({ hasText: words });
  const rows = page.locator('[data-type="roadmapRow"]');

  await dragEntry(page, 'Upcoming item', item('Allergen labels'), rows.nth(1), -8);
  const started = tomas.page.locator('[data-type="roadmapRow"]').nth(1);
  await expect(started).toContainText('Allergen labels');
  await expect(started).toContainText('In progress');
  await expect(started).toContainText('The fourteen allergens that the law names');
  await expect(item('Allergen labels')).toContainText('Work has started');
  await expect(rows).toHaveCount(6);
  // It is there: there is nothing to start again.
  await dragEntry(page, 'Upcoming item', item('Allergen labels'), rows.nth(3), -8);
  await expect(rows).toHaveCount(6);

  await dragEntry(page, 'Upcoming item', item('Cut-off reminders'), rows.nth(0), 8);
  const gate = page.getByRole('dialog', { name: 'Start work on this item' });
  await expect(gate).toContainText('It does not start before');
  await expect(rows).toHaveCount(6);
  await page.keyboard.press('Escape');

  // The same from anywhere, without a pointer.
  await expect(gate).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await page.keyboard.type('start work on cut');
  await page.keyboard.press('Enter');
  await expect(gate.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('The bakers were promised it');
  await page.keyboard.press('Enter');
  await expect(tomas.page.locator('[data-type="roadmapRow"]').last()).toContainText(
    'Started without a cleared talk: The bakers were promised it (Maya)',
  );
});
