import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { type Exported, expect, exported, test, wordsIn } from './support/meeting.ts';

test('[M31] finalize asks about the unowned risk, then locks the document for everybody', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  await maya.page.locator('[data-type="riskText"]').click();
  await maya.page.keyboard.type('Nobody has this one');
  await expect.poll(() => wordsIn(tomas.page.locator('[data-type="riskText"]'))).toBe('Nobody has this one');

  const prepared = maya.page.waitForResponse(/\/export\/prepare$/);
  await maya.page.getByRole('button', { name: 'Finalize' }).click();
  expect((await prepared).status()).toBe(204);
  const dialog = maya.page.getByRole('dialog');
  await expect(dialog.getByText('Nobody has this one')).toBeVisible();
  await dialog.getByRole('button', { name: 'Assign' }).click();
  await dialog.getByRole('combobox').or(dialog.getByRole('textbox')).first().fill('Tomas');
  await dialog.getByRole('button', { name: /^Finalize/ }).click();

  for (const { page } of [maya, tomas]) {
    await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
    await expect(page.locator('.ProseMirror').first()).toHaveAttribute('contenteditable', 'false');
  }
  const json = await exported(server, meeting);
  expect(json.status).toBe('finalized');
  expect(json.risks[0]?.owner).toBe('Tomas');

  await maya.page
    .getByRole('button', { name: /Download|Export/ })
    .first()
    .click();
  const started = maya.page.waitForEvent('download');
  await maya.page.getByRole('menuitem', { name: /Markdown/ }).click();
  const markdown = await readFile(await (await started).path(), 'utf8');
  expect(markdown).toContain('Nobody has this one');
});

test('[M31] [M32] the review is done with the keyboard; later an action moves, and reopening says what is next', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const { page } = maya;
  await page.getByRole('button', { name: 'Add risk' }).click();
  await page.locator('[data-type="riskText"]').click();
  await page.keyboard.type('Vendor leaves');
  await page.getByRole('button', { name: 'Add action item' }).click();
  await page.keyboard.type('Call the vendor');
  await page.getByRole('button', { name: 'Finalize' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Escalate', exact: true })).toBeFocused();
  await expect(dialog.getByText('Risk with no owner. Goes to Maya.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Finalize and escalate 1 risk' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.keyboard.press('ArrowLeft');
  await expect(dialog.getByRole('button', { name: 'Finalize and assign 1 risk' })).toBeVisible();
  await dialog.getByRole('button', { name: /^Finalize/ }).click();
  await expect(dialog.getByRole('combobox', { name: 'Assign: Vendor leaves' })).toBeFocused();
  await page.keyboard.type('the team');
  await expect(dialog.getByText('Name one person: a group does not act.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Wen');
  await dialog.getByRole('button', { name: /^Finalize/ }).click();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
  expect((await exported(server, meeting)).risks[0]?.owner).toBe('Wen');

  const rail = page.getByRole('complementary');
  await rail.getByRole('button', { name: 'Owner and due date of Call the vendor' }).click();
  await rail.getByLabel('Owner of Call the vendor').fill('Rosa');
  await rail.getByRole('textbox', { name: 'Due date of Call the vendor' }).fill('2027-01-15');
  await rail.getByRole('button', { name: 'Save' }).click();
  await expect(rail.getByText(/Due: Fri, Jan 15, 2027, was none.* \(Maya, /)).toBeVisible();
  await rail.getByLabel('Status of Call the vendor').selectOption('done');
  await expect(rail.getByText(/Status: Done, was Open \(Maya, /)).toBeVisible();

  await page.getByRole('button', { name: 'Reopen' }).click();
  await page.getByRole('button', { name: 'Reopen for everyone' }).click();
  await expect(page.getByText(/Revision 1 stays as it was; finalizing makes revision 2/)).toBeVisible();
  await page.getByRole('button', { name: 'What changed' }).click();
  const revisions = page.getByRole('dialog', { name: 'Final revisions' });
  await expect(revisions.getByText('Owner: Rosa, was none')).toBeVisible();
  await revisions.getByRole('button', { name: /Revision 1/ }).click();
  await expect(revisions.getByText('The first time these notes were final.')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

interface Late {
  readonly author: { readonly name: string };
  readonly text: string;
}

const sorted = (text: string): string => [...text].sort().join('');

/** Spaces do not count; an edit that brought nothing but them is listed by what it did. */
const letters = (text: string): string => text.replaceAll(/A change without words|\s/g, '');

test('[M31] without a connection the review says beside its button that nothing was locked, and goes on from there', async ({
  join,
}) => {
  const { page, context } = await join('Maya', 'product');
  await page.setViewportSize({ width: 1440, height: 700 });
  for (const risk of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight']) {
    await page.getByRole('button', { name: 'Add risk' }).click();
    await page.keyboard.type(risk);
  }
  await page.getByRole('button', { name: 'Finalize' }).click();
  const dialog = page.getByRole('dialog');
  const lock = dialog.getByRole('button', { name: 'Finalize and escalate 8 risks' });
  await expect(lock).toBeVisible();
  await context.setOffline(true);
  await lock.click();
  await expect(dialog.getByText('The server did not answer. Check the connection and try again.')).toBeInViewport();
  await context.setOffline(false);
  await lock.click();
  await expect(page.getByText(/Everyone sees this version/)).toBeVisible();
});

test('[M33] an export that the server can not make is told, wherever it was asked for', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await page.route(/\/export\.(pdf|docx)/, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('button', { name: 'Finalize' }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'PDF' }).click();
  await expect(page.getByText('PDF did not export')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Find or do anything' })).toBeFocused();
  await page.keyboard.type('download word');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Word did not export')).toBeVisible();
  await page.unroute(/\/export\.(pdf|docx)/);
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Try again' }).last().click();
  expect((await started).suggestedFilename()).toMatch(/\.docx$/);
});

test('[M31] [G14] finalized while three people type: one artefact, and every word is in it or on the late list', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const names = ['Tomas', 'Wen', 'Rosa'] as const;
  const typists = await Promise.all(names.map((name) => join(name, 'engineering', 'participant')));
  for (const { page } of typists) {
    await page.getByRole('button', { name: 'Add action item' }).click();
  }
  const tokens = typists.map(({ name }) => Array.from({ length: 25 }, (_, index) => `${name}${index}`));
  const typing = Promise.all(
    typists.map(({ page }, index) => page.keyboard.type(`${tokens[index]?.join(' ')} `, { delay: 15 })),
  );
  await maya.page.getByRole('button', { name: 'Finalize' }).click();
  await expect(maya.page.locator('[data-type="actionItem"]').first()).toContainText(/Tomas|Wen|Rosa/);
  await maya.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Finalize/ })
    .click();
  await typing;
  for (const { page } of [maya, ...typists]) await expect(page.getByText(/Everyone sees this version/)).toBeVisible();

  const ask = async (path: string): Promise<string> => {
    const headers = { authorization: `Bearer ${meeting.keys.facilitator}` };
    return (await fetch(`${server.url}/api/meetings/${meeting.id}/${path}`, { headers })).text();
  };
  const { revisions } = JSON.parse(await ask('revisions'));
  expect(revisions).toHaveLength(1);
  const artefact = await ask('export.json?revision=1');
  expect(createHash('sha256').update(artefact).digest('hex')).toBe(revisions[0].sha256);
  // Whoever still typed while the lock came: what is final and what came late make up what they typed, without a hole.
  const { actions }: Exported = JSON.parse(artefact);
  for (const [index, { name, page }] of typists.entries()) {
    const typed = tokens[index]?.join('') ?? '';
    const final = letters(actions.find(({ action }) => action.startsWith(name))?.action ?? '');
    const shown = await wordsIn(page.locator('[data-type="actionItem"] .lead').filter({ hasText: `${name}0` }));
    const { items } = JSON.parse(await ask('late'));
    const late = letters(
      items
        .filter((item: Late) => item.author.name === name)
        .map((item: Late) => item.text)
        .join(''),
    );
    expect(typed.startsWith(final), final).toBe(true);
    // Late edits of the same instant stand in any order.
    expect(sorted(final + late)).toBe(sorted(typed.slice(0, final.length + late.length)));
    expect(letters(shown).length).toBeLessThanOrEqual(final.length + late.length);
  }
  expect(await ask('export.json?revision=1')).toBe(artefact);
});
