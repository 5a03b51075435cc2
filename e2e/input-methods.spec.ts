import type { Page } from '@playwright/test';
import { expect, test } from './support/meeting.ts';

const ROWS = '[data-type="riskRow"]';

/** Three risks, with a selection from the first letter of the first into the second. */
async function selectAcross(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add risk' }).click();
  for (const words of ['first', 'second']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('third');
  await page.locator('[data-type="riskText"]').first().click();
  await page.keyboard.press('Home');
  for (let times = 0; times < 9; times++) await page.keyboard.press('Shift+ArrowRight');
}

const texts = (page: Page): Promise<string[][]> =>
  page
    .locator(ROWS)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('.cell')].map((cell) => cell.textContent?.trim() ?? '')),
    );

for (const [what, write] of [
  [
    'dictation and emoji pickers',
    async (page: Page) => {
      const input = await page.context().newCDPSession(page);
      await input.send('Input.insertText', { text: '漢' });
    },
  ],
  [
    'an input method',
    async (page: Page) => {
      const input = await page.context().newCDPSession(page);
      await input.send('Input.imeSetComposition', { text: 'か', selectionStart: 1, selectionEnd: 1 });
      await input.send('Input.imeSetComposition', { text: 'かん', selectionStart: 2, selectionEnd: 2 });
      await input.send('Input.insertText', { text: '漢' });
    },
  ],
] as const) {
  test(`[M19] what ${what} write over a selection across rows is in its cell, and no row loses its cells`, async ({
    join,
  }) => {
    const { page } = await join('Maya', 'product');
    await selectAcross(page);
    await write(page);
    await page.keyboard.type('X');
    await expect
      .poll(() => texts(page))
      .toEqual([
        ['漢X', ''],
        [expect.stringMatching(/^(e?c?o?n?d)?$/), ''],
        ['third', ''],
      ]);
    await page.keyboard.press('Escape');
    const before = await texts(page);
    // Of a row that is selected whole nothing goes, either.
    await write(page);
    await expect.poll(async () => (await texts(page)).length).toBe(before.length);
    await expect.poll(async () => (await texts(page))[0]?.[0]).toMatch(/^漢X漢?$/);
  });
}

test('[M19] somebody else writes in the same cell, before what an input method has in hand', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  await maya.page.keyboard.type('vendor ');
  const cell = '[data-type="riskText"]';
  await expect(tomas.page.locator(cell)).toHaveText(/vendor/);
  const input = await maya.context.newCDPSession(maya.page);
  await input.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
  await tomas.page.locator(cell).click();
  await tomas.page.keyboard.press('Home');
  await tomas.page.keyboard.type('The ');
  await expect(maya.page.locator(cell)).toHaveText(/The/);
  await input.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await input.send('Input.insertText', { text: '日本' });
  await maya.page.keyboard.type(' waits');
  await expect(tomas.page.locator(cell)).toHaveText(/The (Tomas)?vendor 日本 waits/);
});
