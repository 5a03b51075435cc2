import type { Page } from '@playwright/test';
import { allSaved, expect, sampleTest as test } from './support/meeting.ts';

/** What anybody may do in the notes: keys, letters, words that come without a key, and clicks from cell to cell. */
const KEYS = [
  ...['Enter', 'Shift+Enter', 'Tab', 'Shift+Tab', 'Backspace', 'Delete', 'Escape', 'Home', 'End', 'ControlOrMeta+b'],
  ...['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowUp'],
  ...['ControlOrMeta+z', 'ControlOrMeta+z', 'ControlOrMeta+Shift+z'],
  ...['ControlOrMeta+Shift+ArrowUp', 'ControlOrMeta+Shift+ArrowDown'],
];
const WORDS = ['quick ', 'brown fox ', '@', 'due fri ', '- ', '# ', '漢字 ', '👏'];
const STEPS = 30;

test('[M19] three people do anything at once: all pages show the same words, and so does one that comes later', async ({
  join,
}) => {
  test.slow();
  const people = [
    await join('Maya', 'product'),
    await join('Tomas', 'engineering'),
    await join('Ines', 'other', 'participant'),
  ];
  const complaints: string[] = [];
  for (const { page } of people) page.on('pageerror', (error) => complaints.push(String(error.stack)));
  await Promise.all(people.map(({ page }, index) => doAnything(page, random(index + 1))));
  for (const { page } of people) await allSaved(page);
  const [first, ...others] = people;
  if (first === undefined) return;
  for (const { page } of others) await expect.poll(() => words(page)).toEqual(await words(first.page));
  const later = await join('Late', 'other', 'follower');
  await expect.poll(() => words(later.page)).toEqual(await words(first.page));
  expect(complaints).toEqual([]);
});

async function doAnything(page: Page, below: (limit: number) => number): Promise<void> {
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  for (let step = 0; step < STEPS; step++) {
    const dice = below(10);
    if (dice < 2 || step === 0) {
      const cells = page.locator('.document .cell:visible, .document .text__body:visible');
      // It may go while it is clicked at.
      await cells
        .nth(below(await cells.count()))
        .click({ position: { x: 4 + below(40), y: 6 }, timeout: 2000 })
        .catch(() => {});
    } else if (dice < 7) await page.keyboard.type(one(WORDS));
    else await page.keyboard.press(one(KEYS));
  }
}

/** The same for one seed each time; what three people do at the same time is not. */
function random(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Cell by cell, without the carets of others. */
function words(page: Page): Promise<string[]> {
  return page.locator('.document').evaluate((notes) => {
    const copy = notes.cloneNode(true) as Element;
    for (const aside of copy.querySelectorAll('.caret, .controls, [contenteditable=false]')) aside.remove();
    const texts = [...copy.querySelectorAll('.cell, .text__body, [data-type]')];
    return texts
      .filter((text) => text.querySelector('.cell, .text__body, [data-type]') === null)
      .map((text) => text.textContent ?? '');
  });
}
