// @vitest-environment jsdom
import { type Block, make, plain } from '@duet/domain';
import { afterEach, expect, test } from 'vitest';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

const risk = (id: string) =>
  make.riskRow({ id, risk: plain(`Risk ${id}`), owner: 'wen', mitigation: plain(`Mitigation ${id}`) });
const RISKS: Block = { type: 'riskTable', rows: [risk('a'), risk('b')] };
const FIRST_ROW = [
  'riskText of a',
  'Owner of this risk: @wen',
  'Likelihood: not set',
  'Impact: not set',
  'Add as action',
  'riskMitigation of a',
];

let page: MeetingPage;
afterEach(() => page.close());

const focused = (): Element => document.activeElement ?? document.body;

/** Where the keyboard is: the text with the caret, or the name of a chip. */
function here(): string {
  if (!focused().classList.contains('document')) return focused().getAttribute('aria-label') ?? focused().textContent;
  const anchor = document.getSelection()?.anchorNode ?? null;
  const cell = (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest<HTMLElement>('[data-type]');
  return `${cell?.dataset.type} of ${page.handle.current()}`;
}

async function tabs(count: number, shiftKey = false): Promise<readonly string[]> {
  const visited: string[] = [];
  for (let press = 0; press < count; press++) {
    await page.press(focused(), 'Tab', { shiftKey });
    visited.push(here());
  }
  return visited;
}

test('Tab goes through a row as it is read, with what stands below a text before it, and on to the next row', async () => {
  page = await openMeetingPage([RISKS]);
  page.handle.reveal('a');
  expect([here(), ...(await tabs(6))]).toEqual([...FIRST_ROW, 'riskText of b']);
});

test('Shift-Tab goes the same way back', async () => {
  page = await openMeetingPage([RISKS]);
  page.handle.reveal('b');
  expect(await tabs(6, true)).toEqual(FIRST_ROW.toReversed());
});

test('from the last text of a table Tab makes the next row', async () => {
  page = await openMeetingPage([{ type: 'riskTable', rows: [risk('a')] }]);
  page.handle.reveal('a', 'mitigation');
  await tabs(1);
  expect(page.root.querySelectorAll('[data-type=riskRow]')).toHaveLength(2);
  expect(here()).toMatch(/^riskText of (?!a$)/);
});

test('past the last chip of the last block the browser goes on; with a modifier Tab is not for the row', async () => {
  page = await openMeetingPage([make.actionItem({ id: 'c', action: plain('Call') })]);
  page.handle.reveal('c');
  await tabs(2);
  const chip = here();
  await page.press(focused(), 'Tab', { ctrlKey: true });
  expect(here()).toBe(chip);
  const last = await tabs(1);
  expect(last).toEqual(['Status of this action: Open']);
  const event = new KeyboardEvent('keydown', { key: 'Tab', bubbles: true, cancelable: true });
  focused().dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
});

test('in prose Tab indents, also where there is a box to tick', async () => {
  page = await openMeetingPage([make.textBlock({ id: 't', kind: 'check', text: plain('Slides') })]);
  page.handle.reveal('t');
  await tabs(1);
  expect(here()).toBe('textBlock of t');
});
