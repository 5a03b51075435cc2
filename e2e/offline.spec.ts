import { allSaved, asksBeforeClosing, expect, exported, test } from './support/meeting.ts';

test('[M29] offline edits stay in this browser, survive a reload, and merge on return', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await maya.page.getByRole('button', { name: 'Add action item' }).click();
  await maya.page.keyboard.type('Written together');
  await expect(tomas.page.locator('[data-type="actionItem"] .lead')).toHaveText(/Written together/);

  await server.kill();
  await expect(maya.page.getByText(/offline|not connected|reconnect/i).first()).toBeVisible();
  await maya.page.keyboard.type(', and alone');
  await tomas.page.locator('[data-type="actionItem"] .lead').getByText('Written together').click();
  await tomas.page.keyboard.press('Home');
  await tomas.page.keyboard.type('Tomas too: ');
  await server.start();
  await expect
    .poll(async () => (await exported(server, meeting)).actions[0]?.action, {
      timeout: 20_000,
    })
    .toBe('Tomas too: Written together, and alone');
  await allSaved(maya.page);
});

test('[M28] leaving with unsaved edits asks first', async ({ server, join }) => {
  const maya = await join('Maya', 'product');
  await maya.page.getByRole('button', { name: 'Add action item' }).click();
  await server.kill();
  await expect(maya.page.getByText(/offline|not connected|reconnect/i).first()).toBeVisible();
  await maya.page.keyboard.type('Not on the disk yet');
  // What the browser asks the page before it closes it; the question itself is the browser's own.
  expect(await asksBeforeClosing(maya.page)).toBe(true);
});

test('[M29] undo takes back only one’s own', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await maya.page.getByRole('button', { name: 'Add action item' }).click();
  await maya.page.keyboard.type('from Maya ');
  const item = tomas.page.locator('[data-type="actionItem"] .lead');
  await expect(item).toHaveText(/from Maya/);
  await item.getByText('from Maya').click();
  await tomas.page.keyboard.press('End');
  await tomas.page.keyboard.type('from Tomas');
  await expect(maya.page.locator('[data-type="actionItem"] .lead')).toHaveText(/from Tomas/);
  for (let times = 0; times < 6; times++) await maya.page.keyboard.press('ControlOrMeta+z');
  // Maya's caret, with her name on it, stands before what is not hers.
  await expect(item).toHaveText(/^(Maya)?from Tomas/);
});
