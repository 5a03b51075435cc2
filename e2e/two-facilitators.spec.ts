import { allSaved, expect, exported, test, wordsIn } from './support/meeting.ts';

test('[M19] two people type in the same risk row at once, the server dies and returns, and every letter is there', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  const cell = '[data-type="riskText"]';
  await expect(tomas.page.locator(cell)).toBeVisible();
  await maya.page.locator(cell).click();
  await tomas.page.locator(cell).click();
  // The first letters of both go into an empty cell at the same time: the hardest moment of all.
  await Promise.all([
    maya.page.keyboard.type('alpha beta gamma delta', { delay: 20 }),
    tomas.page.keyboard.type('ONE TWO THREE FOUR', { delay: 25 }),
  ]);
  const letters = (text: string): string => [...text.replaceAll(/\s/g, '')].sort().join('');
  const wanted = letters('alphabetagammadeltaONETWOTHREEFOUR');
  await expect.poll(async () => letters(await wordsIn(maya.page.locator(cell)))).toBe(wanted);
  const words = await wordsIn(maya.page.locator(cell));
  // And nobody's words are cut by the other's.
  expect(words).toContain('alpha beta gamma delta');
  expect(words).toContain('ONE TWO THREE FOUR');
  await expect.poll(() => wordsIn(tomas.page.locator(cell))).toBe(words);
  await allSaved(maya.page);

  await server.restart();
  const { risks } = await exported(server, meeting);
  expect(risks.map((row) => row.risk)).toEqual([words]);
  await maya.page.reload();
  await expect.poll(() => wordsIn(maya.page.locator(cell))).toBe(words);
});

test('[M19] three people write in one text at once, at its start, in its middle and at its end: every sentence stays whole', async ({
  join,
}) => {
  const people = [
    await join('Maya', 'product'),
    await join('Tomas', 'engineering'),
    await join('Ines', 'other', 'participant'),
  ];
  const text = '[data-type="actionItem"] .lead';
  await people[0]?.page.getByRole('button', { name: 'Add action item' }).click();
  await people[0]?.page.keyboard.type('first middle last');
  const sentences = ['alpha beta gamma delta epsilon ', 'ONE TWO THREE FOUR FIVE ', ' 123 456 789 101112'];
  for (const [index, { page }] of people.entries()) {
    await expect(page.locator(text)).toHaveText(/middle/);
    await page.locator(text).click();
    await page.keyboard.press(index === 2 ? 'End' : 'Home');
    for (let letters = 'first '.length; index === 1 && letters > 0; letters--) await page.keyboard.press('ArrowRight');
  }
  await Promise.all(
    people.map(({ page }, index) => page.keyboard.type(sentences[index] ?? '', { delay: 15 - 3 * index })),
  );
  const [start, middle, end] = sentences;
  for (const { page } of people) {
    await expect.poll(() => wordsIn(page.locator(text))).toBe(`${start}first ${middle}middle last${end}`);
  }
});

test('[G1] killed with -9 in the middle of typing: what was said to be saved is there', async ({
  server,
  meeting,
  join,
}) => {
  const maya = await join('Maya', 'product');
  await maya.page.getByRole('button', { name: 'Add risk' }).click();
  await maya.page.locator('[data-type="riskMitigation"]').click();
  await maya.page.keyboard.type('before the end');
  await allSaved(maya.page);
  const typing = maya.page.keyboard.type(' and while it dies', { delay: 30 });
  await server.kill();
  await typing;
  await server.start();
  const { risks } = await exported(server, meeting);
  expect(risks[0]?.mitigation).toMatch(/^before the end/);
  // What had not reached the disk is still in the browser, and arrives when the server is back.
  await expect
    .poll(async () => (await exported(server, meeting)).risks[0]?.mitigation, {
      timeout: 20_000,
    })
    .toBe('before the end and while it dies');
});

test('[M20] each sees the other: avatar, caret with a name, side', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await tomas.page.getByRole('button', { name: 'Add action item' }).click();
  await tomas.page.keyboard.type('Order the load test');
  await expect(maya.page.locator('.caret--em .caret__flag')).toHaveText(/Tomas/);
  await expect(maya.page.getByRole('complementary').getByText('Tomas')).toBeVisible();
});
