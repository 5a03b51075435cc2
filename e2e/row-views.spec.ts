import type { Locator, Page } from '@playwright/test';
import { dragEntry, expect, exported, sampleTest as test, wordsIn } from './support/meeting.ts';

const rowOf = (page: Page, words: string): Locator =>
  page.locator('.grid-table .grid-row').filter({ has: page.locator('.lead', { hasText: words }) });
const leadOf = (page: Page, words: string): Locator => rowOf(page, words).locator('.lead');

/** The first words of the rows of a table, from the top of the page down. */
async function seen(page: Page, kind: 'roadmapRow' | 'riskRow'): Promise<readonly string[]> {
  const rows = await page.locator(`[data-type=${kind}]`).evaluateAll((elements) =>
    elements.map((element) => {
      const words = element.querySelector('.lead')?.cloneNode(true) as Element;
      for (const caret of words.querySelectorAll('.caret')) caret.remove();
      const { top, height } = element.getBoundingClientRect();
      return { top, height, words: words.textContent ?? '' };
    }),
  );
  return rows
    .filter(({ height }) => height > 0)
    .sort((a, b) => a.top - b.top)
    .map(({ words }) => words);
}

const ROADMAP = [
  'Route map 2',
  'Card on file',
  'Driver app without a signal',
  'Weekend opening hours',
  'Import of standing orders',
];
const OFF_TRACK_FIRST = [1, 2, 4, 0, 3].map((index) => ROADMAP[index]);

test('[M3] off track first is the view of one reader; keys and typing go by what they see', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  expect(await seen(maya.page, 'roadmapRow')).toEqual(ROADMAP);
  await maya.page.getByRole('button', { name: 'Off track first' }).click();
  await expect.poll(() => seen(maya.page, 'roadmapRow')).toEqual(OFF_TRACK_FIRST);

  // Down, Tab and back again, each into the row that is seen there.
  const { keyboard } = maya.page;
  await leadOf(maya.page, 'Driver app').click();
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await keyboard.type(' and more');
  await keyboard.press('ArrowRight');
  await keyboard.press('End');
  await keyboard.press('Tab');
  await keyboard.press('End');
  await keyboard.type(' with traffic');
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowDown');
  await keyboard.press('End');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.type('!');
  const features = async (): Promise<readonly string[]> =>
    (await exported(server, meeting)).roadmap.map(({ feature }) => feature);
  const [route, card, driver, weekend, orders] = ROADMAP;
  await expect.poll(features).toEqual([`${route} with traffic`, card, driver, weekend, `${orders} and more`]);

  // Somebody says that a row goes well again: it stays where it is, and the other still sees the order of the room.
  await rowOf(tomas.page, 'Card on file')
    .getByRole('button', { name: /^Status/ })
    .click();
  await tomas.page.getByRole('option', { name: 'In progress — on track' }).click();
  await expect(rowOf(maya.page, 'Card on file')).toContainText('In progress — on track');
  expect((await seen(maya.page, 'roadmapRow'))[0]).toBe('Card on file');
  expect((await seen(tomas.page, 'roadmapRow'))[0]).toBe('Route map 2 with traffic');

  // Enter makes a row right below, and the letters go into it.
  await leadOf(maya.page, 'Driver app').click();
  await keyboard.press('Enter');
  await keyboard.type('Night deliveries');
  await expect.poll(() => seen(maya.page, 'roadmapRow')).toContain('Night deliveries');
  const mine = await seen(maya.page, 'roadmapRow');
  expect(mine[mine.indexOf('Night deliveries') - 1]).toBe('Driver app without a signal');

  // Rows move in the order of the room, so not here.
  await dragEntry(maya.page, 'Feature', rowOf(maya.page, 'Night deliveries'), rowOf(maya.page, 'Card on file'), -8);
  await expect(maya.page.getByText('sorted for you alone')).toBeVisible();
  expect(await seen(maya.page, 'roadmapRow')).toEqual(mine);
  await maya.page.emulateMedia({ media: 'print' });
  expect((await seen(maya.page, 'roadmapRow'))[0]).toBe('Route map 2 with traffic');
});

test('[M3] rows on track fold away for one reader, and are there when somebody is brought to them', async ({
  join,
}) => {
  const maya = await join('Maya', 'product');
  const finn = await join('Finn', 'other', 'follower');
  const fold = finn.page.getByRole('button', { name: 'Fold on track' });
  await fold.click();
  await expect.poll(() => seen(finn.page, 'roadmapRow')).toEqual(OFF_TRACK_FIRST.slice(0, 3));
  await expect(finn.page.getByText('2 rows on track, folded')).toBeVisible();
  expect(await seen(maya.page, 'roadmapRow')).toEqual(ROADMAP);
  await finn.page.emulateMedia({ media: 'print' });
  expect(await seen(finn.page, 'roadmapRow')).toEqual(ROADMAP);
  await finn.page.emulateMedia({ media: 'screen' });

  // Somebody's caret comes into one of them.
  await leadOf(maya.page, 'Weekend opening').click();
  await expect.poll(() => seen(finn.page, 'roadmapRow')).toContain('Weekend opening hours');
  await expect(finn.page.getByText('1 row on track, folded')).toBeVisible();

  // The command menu brings who asks to the other.
  await finn.page.keyboard.press('ControlOrMeta+k');
  await expect(finn.page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await finn.page.keyboard.type('Route map');
  await finn.page.getByRole('option', { name: /Route map 2/ }).click();
  await expect.poll(() => seen(finn.page, 'roadmapRow')).toEqual(ROADMAP);
  await expect(fold).toHaveAttribute('aria-pressed', 'false');

  // By the keyboard alone, both ways.
  await fold.focus();
  await finn.page.keyboard.press('Enter');
  await expect(fold).toHaveAttribute('aria-pressed', 'true');
  await finn.page.getByRole('button', { name: 'Show 1 row on track' }).focus();
  await finn.page.keyboard.press('Enter');
  await expect(fold).toBeFocused();
  await expect.poll(() => seen(finn.page, 'roadmapRow')).toEqual(ROADMAP);
});

test('[M14] risks stand by severity for who asks, in the order of the room for everybody else', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const room = await seen(maya.page, 'riskRow');
  const [maps, queue, tablets, bank] = room;
  const sort = maya.page.getByRole('button', { name: 'Worst first' });
  await expect(sort).toBeHidden();
  await rowOf(tomas.page, 'The bank moves')
    .getByRole('button', { name: /^Likelihood/ })
    .click();
  await tomas.page.getByRole('option', { name: 'High' }).click();
  await tomas.page.keyboard.press('Escape');
  await sort.click();
  await expect.poll(() => seen(maya.page, 'riskRow')).toEqual([maps, bank, queue, tablets]);
  expect(await seen(tomas.page, 'riskRow')).toEqual(room);

  // Both type in the same cell, which stands elsewhere for each.
  const mitigation = (page: Page): Locator => rowOf(page, 'The bank moves').locator('[data-type=riskMitigation]');
  await mitigation(maya.page).click();
  await maya.page.keyboard.press('End');
  await mitigation(tomas.page).click();
  await tomas.page.keyboard.press('Home');
  await Promise.all([
    maya.page.keyboard.type(' by Friday', { delay: 20 }),
    tomas.page.keyboard.type('Please: ', { delay: 20 }),
  ]);
  await expect
    .poll(async () => (await exported(server, meeting)).risks[3]?.mitigation)
    .toMatch(/^Please: .* by Friday$/);
  await expect.poll(() => wordsIn(mitigation(maya.page))).toMatch(/^Please: .* by Friday$/);

  // A row of somebody else comes in beside its neighbour of the room, and nothing else moves.
  await rowOf(tomas.page, 'Reminders wait').locator('[data-type=riskText]').click();
  await tomas.page.keyboard.press('Enter');
  await tomas.page.keyboard.type('Flour runs out');
  await expect.poll(() => seen(maya.page, 'riskRow')).toEqual([maps, bank, queue, 'Flour runs out', tablets]);
  await sort.click();
  await expect.poll(() => seen(maya.page, 'riskRow')).toEqual([maps, queue, 'Flour runs out', tablets, bank]);
});
