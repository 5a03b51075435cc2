// @vitest-environment jsdom
import { read } from '@duet/document';
import { actionItems, make, plain, plainText } from '@duet/domain';
import { afterEach, expect, test } from 'vitest';
import type { MeetingEditorProps } from '../api.ts';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

let page: MeetingPage;
afterEach(() => page.close());

const line = (words: string) => make.textBlock({ id: 'line', text: plain(words) });
const PROMISE = line('@wen calls the vendor by Friday');
const offers = (): readonly HTMLElement[] => [...page.root.querySelectorAll<HTMLElement>('.action-offer')];
const actions = () =>
  actionItems(read(page.doc)).map(({ action, owner, due, status }) => [plainText(action), owner, due, status]);

/** A Tuesday, with the caret at the end of the line. */
async function open(block = PROMISE, props: Partial<MeetingEditorProps> = {}): Promise<void> {
  page = await openMeetingPage([block, make.textBlock({ id: 'below', text: plain('Something else') })], props);
  page.handle.reveal('line');
}

test('[M17] a line that says who does what by when offers to become that action, to who has the caret there', async () => {
  await open();
  expect(offers().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('@wen, Fri')]);
  page.handle.reveal('below');
  expect(offers()).toEqual([]);
  expect(page.writes()).toBe(0);
});

test('[M17] a click makes the action, with the caret at its end, and one undo brings the line back', async () => {
  await open();
  await page.click(offers()[0] ?? expect.fail('no offer'));
  expect(actions()).toEqual([['Calls the vendor', 'wen', '2025-03-21', 'open']]);
  expect(document.getSelection()?.anchorNode?.textContent).toBe('Calls the vendor');
  expect(offers()).toEqual([]);
  page.handle.undo();
  expect(actions()).toEqual([]);
  expect(read(page.doc).blocks[0]).toMatchObject({ type: 'textBlock', text: PROMISE.text });
});

test('[M17] so does the key of the list of actions, and only where there is an offer', async () => {
  await open();
  const key = () => page.press(page.find('.document'), 'Enter', { ctrlKey: true });
  page.handle.reveal('below');
  await key();
  expect(actions()).toEqual([]);
  page.handle.reveal('line');
  await key();
  expect(actions()).toHaveLength(1);
});

test.each([
  ['nobody', 'Call the vendor by Friday'],
  ['no day', '@wen calls the vendor'],
  ['nothing to do', '@wen by Friday'],
])('[M17] a line with %s offers nothing', async (_, words) => {
  await open(line(words));
  expect(offers()).toEqual([]);
});

test('[M17] [M21] nor does one that may only be read', async () => {
  await open(PROMISE, { editable: false });
  expect(offers()).toEqual([]);
});
