import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, localDay, test } from './support/meeting.ts';
import type { DuetServer } from './support/server.ts';

/** What lies over a page: of the page below it nothing changed since it was looked at. */
const OVERLAYS = '.pop, [role="dialog"], [role="listbox"], .toasts, .action-offer';

/**
 * What axe finds on the page, or in what lies over it, a line each: everything in light colours, and what colours can
 * do wrong in dark ones.
 */
async function violations(page: Page, where: string, part: 'page' | 'overlay' = 'overlay'): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // There are no frames; without the legacy mode it would open a page of its own for each answer.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (part === 'overlay') axe.include(OVERLAYS);
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    const { violations: all } = await axe.analyze();
    found.push(...all.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${where}, ${colorScheme}: ${id}: ${html}`)));
  }
  return found;
}

/** The filled sample, opened by its facilitator. */
async function openSample(page: Page, server: DuetServer): Promise<void> {
  await page.goto(server.url);
  const id = await page.evaluate(async (date) => {
    await fetch('/api/session', { method: 'POST', body: JSON.stringify({ name: 'Maya Lind', side: 'product' }) });
    localStorage.setItem('duet:introduced', '1');
    const body = JSON.stringify({ sample: true, date });
    const made: { id: string } = await (await fetch('/api/meetings', { method: 'POST', body })).json();
    return made.id;
  }, localDay(2));
  await page.goto(`${server.url}/m/${id}`);
  await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
}

/** Chips of the notes, by the start of their names: one for each kind of popover. */
const CHIPS = [
  'Status:',
  'Target date:',
  'Feasibility:',
  'When it holds:',
  'Owner of this risk:',
  'Likelihood:',
  'State of this decision:',
  'Who decided:',
  'Opener:',
];

/** What lies over the page, by the buttons and keys that open it. */
async function checkOverlays(page: Page, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const chip = page.getByRole('button', { name: new RegExp(`^${name}`) }).first();
    await chip.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    found.push(...(await violations(page, name)));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(chip).toBeFocused();
  }
  return found;
}

test('axe: the meeting and every popover of its chips', async ({ server, page }) => {
  test.slow();
  await openSample(page, server);
  expect(await violations(page, 'the meeting', 'page')).toEqual([]);
  expect(await checkOverlays(page, CHIPS)).toEqual([]);
});

test('axe: the menus that open while one writes, the grip, the dialogs, a toast', async ({ server, page }) => {
  test.slow();
  await openSample(page, server);
  const { keyboard } = page;
  const check = async (where: string): Promise<void> => expect(await violations(page, where)).toEqual([]);

  await keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('listbox', { name: 'Commands and places' })).toBeVisible();
  await check('command menu');
  await keyboard.type('follow-up');
  await keyboard.press('Enter');
  await expect(page.locator('.ProseMirror')).toBeFocused();
  await keyboard.press('Enter');
  await keyboard.type('/');
  await expect(page.getByRole('listbox', { name: 'Insert a block' })).toBeVisible();
  await check('slash menu');
  await keyboard.press('Backspace');
  await keyboard.type('@');
  await expect(page.getByRole('listbox', { name: 'Mention someone' })).toBeVisible();
  await check('mention menu');
  await keyboard.type('lena to call the bank by Friday');
  await expect(page.getByRole('button', { name: /^Make it an action: @lena/ })).toBeVisible();
  await check('offered action');

  await page.locator('[data-type="riskRow"]').first().hover();
  await page.getByRole('button', { name: 'Risk: move or delete' }).click();
  await check('grip menu');
  await page.getByRole('option', { name: 'Delete' }).click();
  await expect(page.getByRole('status').getByText('Risk deleted')).toBeVisible();
  await check('toast');

  for (const [name, key] of [
    ['Keyboard', 'ControlOrMeta+/'],
    [/^Finalize/, 'ControlOrMeta+Shift+f'],
  ] as const) {
    await keyboard.press(key);
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await check(String(name));
    await keyboard.press('Escape');
  }
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('share');
  await keyboard.press('Escape');
  await page.getByRole('button', { name: 'Meeting menu' }).first().click();
  await expect(page.getByRole('menu', { name: 'Meeting menu' })).toBeVisible();
  await check('meeting menu');
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('dialog', { name: 'History' })).toBeVisible();
  await check('history');
});

test('axe: the final meeting, and home with meetings', async ({ server, page }) => {
  test.slow();
  await openSample(page, server);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finalize/ })
    .click();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  for (const view of ['Off track first', 'Fold on track']) await page.getByRole('button', { name: view }).click();
  await expect(page.getByText('2 rows on track, folded')).toBeVisible();
  expect(await violations(page, 'final', 'page')).toEqual([]);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('menu').first()).toBeVisible();
  expect(await violations(page, 'export menu')).toEqual([]);
  await page.goto(server.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await violations(page, 'home', 'page')).toEqual([]);
});

test('axe: home, its menus and dialogs, and the pages that turn somebody away', async ({ server, page, meeting }) => {
  test.slow();
  const check = async (where: string, part: 'page' | 'overlay' = 'overlay'): Promise<void> =>
    expect(await violations(page, where, part)).toEqual([]);
  await page.goto(server.url);
  await page.getByRole('button', { name: 'New meeting' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await check('new meeting');
  await page.goto(meeting.links.follower);
  await expect(page.getByLabel('Your name')).toBeVisible();
  await check('join', 'page');
  await page.getByLabel('Your name').fill('Finn');
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
  await check('reader', 'page');
  await page.goto(`${server.url}/nowhere`);
  await expect(page.getByRole('heading', { name: 'Nothing at this address' })).toBeVisible();
  await check('not found', 'page');
  await page.goto(`${server.url}/m/no-such-meeting-here`);
  await expect(page.getByRole('heading', { name: 'No meeting at this address' })).toBeVisible();
  await check('no meeting', 'page');
});

test('axe: a meeting that is still on its way', async ({ server, page }) => {
  await openSample(page, server);
  await page.route(/\/api\/meetings\/[^/]+$/, () => {});
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Opening the meeting', level: 1 })).toBeVisible();
  expect(await violations(page, 'on its way', 'page')).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('axe: the meeting, its popovers and its sheets', async ({ server, page }) => {
    test.slow();
    await openSample(page, server);
    expect(await violations(page, 'phone', 'page')).toEqual([]);
    expect(await checkOverlays(page, ['Status:', 'Target date:', 'Owner of this risk:', 'Likelihood:'])).toEqual([]);
    for (const name of [/^Attention/, 'Agenda', 'Meeting menu']) {
      await page.locator('.bottombar').getByRole('button', { name }).click();
      await expect(page.locator('[role="dialog"], [role="menu"]').filter({ visible: true }).first()).toBeVisible();
      expect(await violations(page, String(name))).toEqual([]);
      await page.keyboard.press('Escape');
    }
    await page.goto(server.url);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    expect(await violations(page, 'home', 'page')).toEqual([]);
  });

  test('rows and cells keep their roles where a table is stacked', async ({ server, page }) => {
    await openSample(page, server);
    const risks = page.getByRole('table', { name: 'Risks' });
    await expect(risks.getByRole('columnheader')).toHaveText(['Risk', 'Owner', 'Likelihood', 'Impact', 'Mitigation']);
    const columns = await risks
      .getByRole('row')
      .nth(1)
      .getByRole('cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-colindex')));
    expect([...new Set(columns)].sort()).toEqual(['1', '2', '3', '4', '5']);
  });
});

test('on paper: the notes alone, in light colours, whatever the page looks like', async ({ server, page }) => {
  await openSample(page, server);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const gone of ['.topbar', '.outline', '.rail', '.bottombar', '.row-add', '.toasts']) {
    for (const one of await page.locator(gone).all()) await expect(one).toBeHidden();
  }
  await expect(page.getByRole('heading', { name: 'Roadmap status' })).toBeVisible();
  const { ground, ink } = await page.evaluate(() => ({
    ground: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.querySelector('h1') ?? document.body).color,
  }));
  expect(ground).toBe('rgb(255, 255, 255)');
  const [red = 255] = (/\d+/.exec(ink) ?? []).map(Number);
  expect(red).toBeLessThan(80);
});

test('at 200 % the page is the one of a phone: nothing is cut off, nothing scrolls sideways', async ({
  server,
  page,
}) => {
  // A window of 1280 pixels holds 640 at twice the size.
  await page.setViewportSize({ width: 640, height: 480 });
  await openSample(page, server);
  await expect(page.locator('.bottombar')).toBeVisible();
  const sideways = await page.evaluate(() => {
    const scroller = document.querySelector('.page') ?? document.documentElement;
    return Math.max(scroller.scrollWidth - scroller.clientWidth, document.body.scrollWidth - innerWidth);
  });
  expect(sideways).toBeLessThanOrEqual(0);
});
