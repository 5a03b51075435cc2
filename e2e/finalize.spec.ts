import { readFile } from 'node:fs/promises';
import { expect, exported, test, wordsIn } from './support/meeting.ts';

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

  await maya.page.getByRole('button', { name: 'Finalize' }).click();
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
