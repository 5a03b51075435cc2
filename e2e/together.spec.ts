import type { Locator, Page } from '@playwright/test';
import { dragEntry, expect, test, wordsIn } from './support/meeting.ts';

/** What two people at once must not do to each other: take the focus, move the caret, scroll the page, lose a row. */

// Two browsers each, key by key: on a busy machine that takes its time.
test.slow();

async function addRisks(page: Page, ...risks: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add risk' }).click();
  for (const [index, risk] of risks.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(risk);
  }
}

/** Where it stands once the frame is drawn: before that, the browser has not yet moved what it keeps in place. */
function drawnTop(element: Locator): Promise<number> {
  return element.evaluate(
    (one) =>
      new Promise<number>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(Math.round(one.getBoundingClientRect().y));
          port2.postMessage(null);
        });
      }),
  );
}

test('an open popover keeps its focus and its words while somebody else types in the same row and adds one above', async ({
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await addRisks(maya.page, 'Printers', 'Ovens');
  const rows = tomas.page.locator('[data-type="riskRow"]');
  await expect(rows.nth(1)).toContainText('Ovens');

  await maya.page
    .getByRole('button', { name: /^Owner of this risk/ })
    .nth(1)
    .focus();
  await maya.page.keyboard.press('Enter');
  await maya.page.keyboard.type('Ros');
  await rows.nth(1).locator('[data-type="riskText"]').click();
  await tomas.page.keyboard.press('End');
  await tomas.page.keyboard.type(' are old');
  await rows.nth(0).locator('[data-type="riskText"]').click();
  await tomas.page.keyboard.press('Enter');
  await tomas.page.keyboard.type('Between them');
  const mine = maya.page.locator('[data-type="riskRow"]');
  await expect(mine).toHaveCount(3);
  await expect(mine.nth(2)).toContainText('Ovens are old');

  await expect(maya.page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await maya.page.keyboard.type('a');
  await expect(maya.page.getByRole('dialog').getByRole('combobox')).toHaveValue('Rosa');
  await maya.page.keyboard.press('Enter');
  await expect(rows.nth(2)).toContainText('@Rosa');
  await expect(rows.nth(1)).not.toContainText('@Rosa');
});

test('with somebody typing above, neither the caret nor the page of anybody moves', async ({ join }) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await addRisks(tomas.page, 'Above everything');
  // Low enough for the risks to be above what she sees.
  await maya.page.setViewportSize({ width: 1440, height: 560 });
  await maya.page.getByRole('button', { name: 'Add question' }).click();
  await maya.page.keyboard.type('Who signs? ');
  const question = maya.page.locator('[data-type="openQuestion"]');
  await expect(maya.page.locator('[data-type="riskRow"]')).not.toBeInViewport();
  const top = (): Promise<number> => drawnTop(question);
  const before = await top();

  // Ten new rows above, while a sentence is written below.
  const above = (async () => {
    for (let row = 0; row < 10; row++) {
      await tomas.page.keyboard.press('Enter');
      await tomas.page.keyboard.type(`row ${row}`);
    }
  })();
  for (const word of ['The', 'answer', 'comes', 'in', 'one', 'piece']) await maya.page.keyboard.type(`${word} `);
  await above;
  await expect(maya.page.locator('[data-type="riskRow"]')).toHaveCount(11);
  await expect(maya.page.locator('[data-type="riskRow"]').last()).toContainText('row 9');
  expect(await wordsIn(question.locator('[data-type="questionText"]'))).toBe(
    'Who signs? The answer comes in one piece ',
  );
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
});

test('[M3] a letter that comes before the row it goes into was ever drawn is in its cell', async ({ join }) => {
  const { page } = await join('Maya', 'product');
  await addRisks(page, 'Printers');
  await page.keyboard.press('End');
  for (const letter of ['O', 'M']) {
    await page.evaluate((typed) => {
      const enter = { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', enter));
      // What the browser does with a key, in the same task.
      document.execCommand('insertText', false, typed);
    }, letter);
  }
  await expect(page.locator('[data-type="riskText"]')).toHaveText(['Printers', 'O', 'M']);
});

test('rows that somebody adds above, within the window, leave the line that one types in where it is', async ({
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  await addRisks(tomas.page, 'Printers', 'Ovens', 'Maps');
  const mine = maya.page.locator('[data-type="riskText"]');
  await mine.nth(2).click();
  await maya.page.keyboard.press('End');
  const top = (): Promise<number> => drawnTop(mine.last());
  const before = await top();
  await expect(mine.first()).toBeInViewport();

  await tomas.page.locator('[data-type="riskText"]').first().click();
  await tomas.page.keyboard.press('End');
  for (let row = 0; row < 3; row++) {
    await tomas.page.keyboard.press('Enter');
    await tomas.page.keyboard.type(`A row of several lines, number ${row}`);
  }
  await expect(mine).toHaveCount(6);
  await expect(mine.nth(3)).toContainText('number 2');
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
  await maya.page.keyboard.type(' of Oslo');
  await expect.poll(() => wordsIn(mine.last())).toBe('Maps of Oslo');
  expect(Math.abs((await top()) - before)).toBeLessThan(3);
});

test('a row is dragged within its table and nowhere else; a block goes to another section; the other sees both', async ({
  join,
}) => {
  const maya = await join('Maya', 'product');
  const tomas = await join('Tomas', 'engineering');
  // All of it on one page: near an edge a drag scrolls along.
  await maya.page.setViewportSize({ width: 1440, height: 2600 });
  await addRisks(maya.page, 'Printers', 'Ovens', 'Maps');
  await maya.page.getByRole('button', { name: 'Add question' }).click();
  await maya.page.keyboard.type('Who signs?');
  const rows = maya.page.locator('[data-type="riskRow"]');
  const theirs = tomas.page.locator('[data-type="riskText"]');

  await dragEntry(maya.page, 'Risk', rows.nth(2), rows.nth(0), -10);
  await expect(theirs).toHaveText(['Maps', 'Printers', 'Ovens']);

  // Over another section: refused, and nothing is lost, whatever the other types into it meanwhile.
  await theirs.nth(0).click();
  const typing = tomas.page.keyboard.type(' of the city', { delay: 30 });
  await dragEntry(maya.page, 'Risk', rows.nth(0), maya.page.getByRole('heading', { name: 'Decisions' }), 0);
  await typing;
  await expect.poll(() => wordsIn(rows.nth(0).locator('[data-type="riskText"]'))).toBe('Maps of the city');
  await expect(rows).toHaveCount(3);

  await dragEntry(
    maya.page,
    'Question',
    maya.page.locator('[data-type="openQuestion"]'),
    maya.page.getByRole('heading', { name: 'Action items' }),
    -20,
  );
  const order = (): Promise<readonly string[]> =>
    tomas.page
      .locator('[data-type="openQuestion"], [data-type="sectionHeading"] h2')
      .evaluateAll((found) => found.map((one) => (one.textContent ?? '').slice(0, 10)));
  await expect
    .poll(async () => (await order()).slice(-5))
    .toEqual(['Decisions', 'Who signs?', 'Action ite', 'Open quest', 'Follow-up']);
});
