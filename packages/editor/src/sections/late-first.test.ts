// @vitest-environment jsdom
import { read } from '@duet/document';
import { type ActionItem, actionItems, addDays, type IsoDate, make, plain, plainText } from '@duet/domain';
import { afterEach, expect, test, vi } from 'vitest';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

const TODAY = '2025-03-18' as IsoDate;
let page: MeetingPage;
afterEach(() => page.close());

const action = (words: string, days: number, more: Partial<ActionItem> = {}): ActionItem =>
  make.actionItem({ id: words, action: plain(words), due: addDays(TODAY, days), ...more });
const order = (): readonly string[] => actionItems(read(page.doc)).map((item) => plainText(item.action));
const button = (): HTMLElement | undefined =>
  [...page.root.querySelectorAll<HTMLElement>('.action-head button')].find(
    ({ textContent }) => textContent === 'Late first',
  );

test('[M17] late actions go to the head of their list on request, and one undo puts them back', async () => {
  const onNotice = vi.fn();
  page = await openMeetingPage(
    [
      make.textBlock({ text: plain('Above') }),
      action('soon', 2),
      action('late', -1),
      action('done', -5, { status: 'done' }),
      action('later still', -9),
    ],
    { onNotice },
  );
  await page.click(button() ?? expect.fail('no button'));
  expect(order()).toEqual(['late', 'later still', 'soon', 'done']);
  expect(button()).toBeUndefined();
  onNotice.mock.lastCall?.[0].undo();
  expect(order()).toEqual(['soon', 'late', 'done', 'later still']);
});

test('[M17] a row never moves by itself: not when a day is set, not when a day goes by', async () => {
  page = await openMeetingPage([action('first', 0), action('second', 5), action('third', 0)]);
  expect(button()).toBeUndefined();
  page.handle.setAttributes('third', { due: addDays(TODAY, -1) });
  expect(button()).toBeDefined();
  expect(order()).toEqual(['first', 'second', 'third']);
  page.handle.setAttributes('third', { due: TODAY });
  expect(button()).toBeUndefined();
  await page.show({ today: addDays(TODAY, 1) });
  // Drawn with the next change of the notes.
  page.handle.setAttributes('second', { owner: 'Maya' });
  expect(button()).toBeDefined();
  expect(order()).toEqual(['first', 'second', 'third']);
});

test('[M17] [M21] who may only read is offered nothing', async () => {
  page = await openMeetingPage([action('soon', 2), action('late', -1)], { editable: false });
  expect(button()).toBeUndefined();
});
