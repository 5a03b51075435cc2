import { expect, test, wordsIn } from './support/meeting.ts';

const MENU = 'Find or do anything';

test('the command menu goes to a row by its words, and Esc leaves the caret where it was', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.getByRole('button', { name: 'Add risk' }).click();
  await page.keyboard.type('The catalogue comes late');
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.keyboard.type('Ask Wen first');
  const action = page.locator('[data-type="actionItem"] .lead');

  // Esc: nothing happened, and typing goes on in the middle of the word.
  for (let times = 0; times < 5; times++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: MENU })).toBeFocused();
  await page.keyboard.type('cata');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.type('now ');
  await expect.poll(() => wordsIn(action)).toBe('Ask Wen now first');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: MENU })).toBeFocused();
  await page.keyboard.type('catal');
  const option = page.getByRole('option', { name: /The catalogue comes late/ });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('combobox', { name: MENU })).toHaveAttribute(
    'aria-activedescendant',
    (await option.getAttribute('id')) ?? '',
  );
  await page.keyboard.press('Enter');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await page.keyboard.type(' again');
  await expect.poll(() => wordsIn(page.locator('[data-type="riskText"]'))).toBe('The catalogue comes late again');
});

test('the command menu has the letters that follow its key, the first time too', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('share');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

test('the command menu inserts, runs the meeting and opens what it names; arrows go round', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await join('Tomas', 'engineering');
  const run = async (words: string): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox', { name: MENU })).toBeFocused();
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: MENU })).toBeHidden();
  };
  await run('add quest');
  await page.keyboard.type('Who pays for it?');
  await expect.poll(() => wordsIn(page.locator('[data-type="questionText"]'))).toBe('Who pays for it?');
  await run('start the clock');
  await expect(page.getByRole('timer')).toBeVisible();
  await run('pause');
  await expect(page.getByRole('button', { name: 'Go on with the clock' })).toBeVisible();
  await run('follow tomas');
  await expect(page.getByRole('button', { name: 'Stop following Tomas' })).toBeVisible();
  await run('dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const started = page.waitForEvent('download');
  await run('download markdown');
  expect((await started).suggestedFilename()).toMatch(/\.md$/);
  await run('concern');
  await expect(page.locator('.concern__input')).toBeFocused();
  await run('history');
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: MENU })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.type('xyzzy');
  await expect(page.getByText('Nothing here has that name.')).toBeVisible();
});
