import type { Page } from '@playwright/test';
import { atOnce } from './support/hands.ts';
import { allSaved, expect, exported, test, wordsIn } from './support/meeting.ts';

// Where letters go that come right after the key that asks for a place to write them.

const risk = (page: Page) => page.locator('[data-type="riskText"]').first();
const question = (page: Page) => page.locator('[data-type="questionText"]').first();

/** A risk, and a question with the caret behind its last letter. */
async function riskAndQuestion(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add risk' }).click();
  await page.keyboard.type('The vendor');
  await page.getByRole('button', { name: 'Add question' }).click();
  await page.keyboard.type('Who pays');
}

test('[M26] a concern has all of its letters, and the cell that it was raised from none', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await riskAndQuestion(page);
  await expect(page.locator('.concern__input')).toBeVisible();
  await atOnce(page, { press: 'Alt+r' }, { type: 'Nobody asked legal' });
  await expect(page.locator('.concern__input')).toHaveValue('Nobody asked legal');
  await expect.poll(() => wordsIn(question(page))).toBe('Who pays');
});

test('[M26] what is written while a concern is on its way is the next one', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await expect(page.locator('.concern__input')).toBeVisible();
  let answer = (): void => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/concerns', async (route) => {
    await held;
    await route.continue();
  });
  await page.locator('.concern__input').fill('Nobody asked legal');
  await page.getByRole('button', { name: 'Raise concern' }).click();
  await page.locator('.concern__input').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(' nor the vendor');
  answer();
  await expect(page.getByText('Concern raised')).toBeVisible();
  await expect(page.locator('.concern__input')).toHaveValue('nor the vendor');
});

test('where the command menu or a link leads, the next letter is written', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await riskAndQuestion(page);
  await page.waitForLoadState('networkidle');
  await atOnce(page, { press: 'Mod+k' }, { type: 'the ven' }, { press: 'Enter' }, { type: ' leaves' });
  await expect.poll(() => wordsIn(risk(page))).toBe('The vendor leaves');
  await expect.poll(() => wordsIn(question(page))).toBe('Who pays');
});

test('three keys go three sections on, and the next letter is written there', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  const title = (name: string) => page.locator('[data-type="sectionHeading"] h2', { hasText: name });
  await title('Roadmap status').click();
  const on = { press: 'Alt+ArrowDown' };
  await atOnce(page, on, on, on, { type: '!' });
  await expect(title('Risks')).toHaveText('Risks!');
});

test('a dialog that goes leaves the caret where it was, for the next letter', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await riskAndQuestion(page);
  for (let letter = 0; letter < 'pays'.length; letter++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ControlOrMeta+Shift+f');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await atOnce(page, { press: 'Escape' }, { type: 'then ' });
  await expect.poll(() => wordsIn(question(page))).toBe('Who then pays');
});

test('[M2] a field of the details goes on from what was just chosen or typed in it', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  const shown = await page.evaluate(async () => {
    const field = (name: string): HTMLInputElement =>
      document.querySelector<HTMLInputElement>(`[aria-label="${name}"]`) ?? document.createElement('input');
    const turn = async (): Promise<void> => {
      for (let microtask = 0; microtask < 20; microtask++) await undefined;
    };
    const [minutes, date, title] = [
      field('Duration of the meeting'),
      field('Date of the meeting'),
      field('Meeting title'),
    ];
    const choose = async (one: HTMLInputElement, value: string): Promise<void> => {
      one.focus();
      // As the browser sets it, of which React hears by the event alone.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(one), 'value')?.set?.call(one, value);
      one.dispatchEvent(new Event(one === minutes ? 'change' : 'input', { bubbles: true }));
      await turn();
    };
    await choose(minutes, '60');
    await choose(date, '2031-02-03');
    title.focus();
    title.setSelectionRange(title.value.length, title.value.length);
    document.execCommand('insertText', false, ' one');
    await turn();
    title.blur();
    title.focus();
    await turn();
    return [minutes.value, date.value, title.value];
  });
  expect(shown).toEqual(['60', '2031-02-03', 'Weekly sync one']);
});

test('[M31] the lock waits for what was written before it, however slow its way is', async ({
  server,
  meeting,
  join,
}) => {
  const { page } = await join('Maya', 'product');
  const held: (() => void)[] = [];
  let isSlow = false;
  await page.routeWebSocket(/\/sync\//, (socket) => {
    const far = socket.connectToServer();
    socket.onMessage((message) => {
      if (isSlow) held.push(() => far.send(message));
      else far.send(message);
    });
  });
  await page.reload();
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.keyboard.type('Call the');
  await allSaved(page);

  isSlow = true;
  await page.keyboard.type(' vendor');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.getByRole('button', { name: 'Finalize' }).click();
  const lock = page.getByRole('dialog').getByRole('button', { name: /^Finalize/ });
  await lock.click();
  await expect(lock).toBeDisabled();
  expect(asked.filter((path) => path.endsWith('/finalize'))).toEqual([]);
  isSlow = false;
  for (const send of held) send();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  expect((await exported(server, meeting)).actions[0]?.action).toBe('Call the vendor');
});

test('[M31] a name typed right after the choice that asks for it has its first letters', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.getByRole('button', { name: 'Add risk' }).click();
  await page.keyboard.type('Vendor leaves');
  await page.getByRole('button', { name: 'Finalize' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Escalate', exact: true })).toBeFocused();
  await atOnce(page, { press: 'ArrowLeft' }, { type: 'Wen' });
  await expect(dialog.getByRole('combobox', { name: 'Assign: Vendor leaves' })).toHaveValue('Wen');
});

test('a menu takes the arrow and the Enter that follow the one that opens it', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.getByRole('button', { name: 'Meeting menu' }).focus();
  await atOnce(page, { press: 'Enter' }, { press: 'ArrowDown' }, { press: 'Enter' });
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
});

test('[M5] the block that was gone to in the menu stays marked while somebody writes above', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  const { page } = maya;
  await page.getByRole('button', { name: 'Add question' }).click();
  await page.keyboard.type('Who pays');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('/');
  const marked = page.getByRole('listbox', { name: 'Insert a block' }).getByRole('option', { selected: true });
  await expect(marked).toContainText('Risk');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(marked).toContainText('Action item');
  await tomas.page.getByRole('button', { name: 'Add risk' }).click();
  await tomas.page.keyboard.type('The vendor leaves');
  await expect(risk(page)).toContainText('The vendor leaves');
  await expect(marked).toContainText('Action item');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ask the bank');
  await expect.poll(() => wordsIn(page.locator('[data-type="actionItem"] .lead'))).toBe('Ask the bank');
});
