import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/meeting.ts';

const MOST_TABS = 80;
const NAMED: ReadonlySet<string> = new Set(['Enter', 'Escape']);

/** Goes on with the Tab key until the control has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let times = 0; times < MOST_TABS; times++) {
    await page.keyboard.press(key);
    if ((await control.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`${MOST_TABS} times Tab did not reach ${control}`);
}

/** By the command menu: its key, a few letters, Enter. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeHidden();
  await expect(page.locator('.ProseMirror')).toBeFocused();
}

/** Opens the chip that has the focus, types or presses what chooses, and is back on the chip. */
async function choose(page: Page, name: RegExp, keys: readonly string[]): Promise<void> {
  await expect(page.locator(':focus')).toHaveAccessibleName(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  for (const key of keys) {
    await (NAMED.has(key) ? page.keyboard.press(key) : page.keyboard.type(key));
  }
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator(':focus')).toHaveAccessibleName(new RegExp(name.source.split(':')[0] ?? ''));
}

test('a whole meeting by the keyboard alone: made, filled in, talked through, finalized, exported', async ({
  server,
  page,
}) => {
  test.slow();
  const { keyboard } = page;
  // No mouse: a click that a script makes is as forbidden as one of a hand.
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart']) {
      addEventListener(kind, () => document.documentElement.setAttribute('data-mouse', 'used'), { capture: true });
    }
  });

  // A new meeting.
  await page.goto(server.url);
  await tabTo(page, page.getByRole('button', { name: 'New meeting' }));
  await keyboard.press('Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Title' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Crumb sync');
  await tabTo(page, page.getByLabel('Your name'));
  await keyboard.type('Maya Lind');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();

  // The skip link comes first, then the page: its details.
  await keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the notes' })).toBeFocused();
  await keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Duration of the meeting'));
  await keyboard.press('ArrowUp');
  await expect(page.getByLabel('Duration of the meeting')).toHaveValue('30');

  // A roadmap row: status with its why, date, note; Tab in the last cell makes the next row.
  await command(page, 'add roadmap');
  await keyboard.type('Card on file');
  await keyboard.press('Tab');
  await choose(page, /^Status/, ['3', 'The bank moved us', 'Enter']);
  await keyboard.press('Tab');
  await expect(page.locator(':focus')).toHaveText('Customers told?');
  await keyboard.press('Tab');
  await choose(page, /^Target date/, ['fri', 'Enter']);
  await keyboard.press('Tab');
  await keyboard.press('End');
  await keyboard.type(' by two weeks');
  await keyboard.press('Tab');
  await keyboard.type('Route map');
  const rows = page.locator('[data-type="roadmapRow"]');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('The bank moved us by two weeks');
  await keyboard.press('ControlOrMeta+Shift+ArrowUp');
  await expect(rows.first()).toContainText('Route map');

  // An upcoming item, talked through.
  await command(page, 'add upcoming');
  await keyboard.type('Cut-off reminders');
  await keyboard.press('Tab');
  await keyboard.type('Bakers forget to order');
  await keyboard.press('Tab');
  await keyboard.press('Alt+t');
  await expect(page.getByText('Engineering has written nothing about it yet.')).toBeVisible();
  await keyboard.type('Two days, no obstacle');
  await keyboard.press('Alt+t');
  await expect(page.locator('[data-type="upcomingItem"]')).toContainText('Talked through by Maya Lind');

  // A constraint with its window.
  await command(page, 'add constraint');
  await keyboard.type('The bank freezes changes');
  const constraint = page.locator('[data-type="constraint"]');
  await tabTo(page, constraint.getByRole('button', { name: /^When it holds/ }));
  await choose(page, /^When it holds/, ['2027-01-04', 'Enter', '2027-01-05', 'Enter', 'Escape']);
  await expect(constraint).toContainText('January 4–5');

  // A risk with an owner and how bad it is; and one that nobody owns.
  await command(page, 'add risk');
  await keyboard.type('Nobody tests the scanner');
  await keyboard.press('Tab');
  await choose(page, /^Owner of this risk/, ['Tomas', 'Enter']);
  await keyboard.press('Tab');
  await choose(page, /^Likelihood/, ['2']);
  await keyboard.press('Tab');
  await choose(page, /^Impact/, ['3']);
  await keyboard.press('Tab');
  await keyboard.type('Borrow one');
  await keyboard.press('Tab');
  await keyboard.type('The old printers');
  await expect(page.locator('[data-type="riskRow"]').first()).toContainText('High');

  // A decision with why and who.
  await command(page, 'add decision');
  await keyboard.type('Keep the old ovens');
  await tabTo(page, page.getByRole('button', { name: /^State of this decision/ }));
  await choose(page, /^State of this decision/, ['1']);
  await keyboard.press('Shift+Tab');
  await keyboard.type('They last until May');
  await tabTo(page, page.getByRole('button', { name: /^Who decided/ }));
  await keyboard.press('Enter');
  await keyboard.type('maya');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(page.locator('[data-type="decisionWhy"]')).toContainText('They last until May');
  await expect(page.locator('[data-type="decision"]')).toContainText('Maya');

  // An action by what the sentence says, ticked off and open again.
  await command(page, 'follow-up');
  await keyboard.press('Enter');
  await keyboard.type('@tomas to call the bank by Friday');
  await keyboard.press('ControlOrMeta+Enter');
  const action = page.locator('[data-type="actionItem"]');
  await expect(action).toContainText('Call the bank');
  await expect(action.getByRole('button', { name: /^Owner of this action: @tomas/ })).toBeVisible();
  await keyboard.press('ControlOrMeta+Enter');
  await expect(action.getByRole('checkbox', { name: 'Done' })).toBeChecked();
  await keyboard.press('Shift+Tab');
  await expect(action.getByRole('checkbox', { name: 'Done' })).toBeFocused();
  await keyboard.press('Space');
  await expect(action.getByRole('checkbox', { name: 'Done' })).not.toBeChecked();

  await command(page, 'add question');
  await keyboard.type('Who signs the contract?');

  // Out of the cell, out of the notes; the attention list, where the unowned risk gets an owner.
  await keyboard.press('Escape');
  await expect(page.locator('[data-type="openQuestion"]')).toHaveClass(/ProseMirror-selectednode/);
  await keyboard.type('x');
  await expect(page.locator('[data-type="openQuestion"]')).toContainText('Who signs the contract?');
  await keyboard.press('Escape');
  await expect(page.getByRole('main')).toBeFocused();
  await keyboard.press('g');
  await keyboard.press('a');
  const attention = page.getByRole('complementary');
  await expect(attention.locator(':focus')).toHaveCount(1);
  const unowned = attention.getByRole('listitem').filter({ hasText: 'The old printers' });
  await tabTo(page, unowned.getByRole('button', { name: 'Assign' }));
  await keyboard.press('Enter');
  await expect(page.getByRole('menuitem').first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(unowned).toHaveCount(0);

  // A concern, from anywhere.
  await keyboard.press('Alt+r');
  await expect(page.locator('.concern__input')).toBeFocused();
  await keyboard.type('The pilot shops heard nothing');
  await tabTo(page, page.getByRole('button', { name: 'Raise concern' }));
  await keyboard.press('Enter');
  await expect(attention.getByRole('listitem').first()).toContainText('The pilot shops heard nothing');

  // The review, the lock, and the way out of the page.
  await keyboard.press('ControlOrMeta+Shift+f');
  const review = page.getByRole('dialog');
  await expect(review).toBeVisible();
  await tabTo(page, review.getByRole('button', { name: /^Finalize/ }));
  await keyboard.press('Enter');
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  const link = attention.getByRole('link', { name: /Markdown/ });
  await keyboard.press('g');
  await keyboard.press('a');
  if ((await link.and(page.locator(':focus')).count()) === 0) await tabTo(page, link);
  await expect(link).toBeFocused();
  const started = page.waitForEvent('download');
  await keyboard.press('Enter');
  expect((await started).suggestedFilename()).toMatch(/\.md$/);
  await expect(page.locator('html')).not.toHaveAttribute('data-mouse', 'used');
});

test('F6 goes round the parts of the page, and every key under ? is one that works here', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  const { keyboard } = page;
  const within = (part: string) => expect(page.locator(`.app > ${part}:focus, .app > ${part} :focus`)).toHaveCount(1);
  // It comes a moment after the notes.
  await expect(page.locator('.app > .rail').getByRole('heading', { name: 'Attention' })).toBeVisible();
  for (const part of ['.page', '.rail', '.outline', '.topbar', '.page']) {
    await keyboard.press('F6');
    await within(part);
  }
  await keyboard.press('Shift+F6');
  await within('.topbar');
  await keyboard.press('g');
  await keyboard.press('o');
  await within('.outline');
  await keyboard.press('g');
  await keyboard.press('p');
  await within('.page');
  await keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(help.getByText('Find or do anything')).toBeVisible();
  await keyboard.press('Escape');
  await keyboard.press('g');
  await keyboard.press('r');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  // In the text they are letters.
  await keyboard.type('?gago');
  await expect(help).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Risks?gago' })).toBeVisible();
  await keyboard.press('ControlOrMeta+/');
  await expect(help).toBeVisible();
});
