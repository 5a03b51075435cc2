// @vitest-environment jsdom
import { read, setAttributes } from '@duet/document';
import { decisions, make, plain, type SeriesDecision } from '@duet/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MeetingEditorProps } from '../api.ts';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

let page: MeetingPage;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  await page.close();
});

const SYNC = 'Sync to the CRM pushes one way in the first version';
const OLD: SeriesDecision = {
  id: 'old',
  meetingId: 'last-week',
  text: SYNC,
  state: 'decided',
  decidedBy: ['Priya'],
  day: '2025-03-04' as SeriesDecision['day'],
  supersedes: null,
};

function memoryOf(more: Partial<NonNullable<MeetingEditorProps['memory']>> = {}) {
  const hrefOf = (meeting: string, block: string) => `/m/${meeting}#${block}`;
  return { decisions: [OLD], isLive: true, hrefOf, isReplaceable: () => true, ...more };
}

const card = (): HTMLElement | null => page.root.querySelector('.decision__resembles');
const status = (): string => page.root.querySelector('[role="status"]')?.textContent ?? '';
const button = (name: string): HTMLElement =>
  [...(card()?.querySelectorAll('button') ?? [])].find(({ textContent }) => textContent === name) ??
  expect.fail(`no button ${name}`);

/** The caret at the end of a decision that says what its first letters say, and the last letter typed. */
async function write(
  props: Partial<MeetingEditorProps> = {},
  others: readonly ReturnType<typeof make.decision>[] = [],
) {
  const text = plain('Sync to the CRM pushes both ways from the second versio');
  page = await openMeetingPage([make.decision({ id: 'new', text }), ...others], { memory: memoryOf(), ...props });
  page.handle.reveal('new');
  await type('n');
}

async function type(words: string): Promise<void> {
  const { node, offset } = caret();
  node.data = node.data.slice(0, offset) + words + node.data.slice(offset);
  document.getSelection()?.collapse(node, offset + words.length);
  await turns();
}

function caret(): { node: Text; offset: number } {
  const selection = document.getSelection();
  if (!(selection?.anchorNode instanceof Text)) throw new Error('The caret is in no text.');
  return { node: selection.anchorNode, offset: selection.anchorOffset };
}

const turns = async () => {
  for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/** The pause that an offer waits for, and what comes after it. */
async function pause(): Promise<void> {
  // Loaded already: from here on it takes some turns of the loop.
  await import('./offer-resembled.ts');
  await vi.advanceTimersByTimeAsync(2000);
  await turns();
}

async function offered(): Promise<void> {
  await pause();
  await vi.waitFor(() => expect(card()).not.toBeNull());
}

test('[M36] a decision that resembles an older one shows it, says so, and leaves caret and text alone', async () => {
  await write();
  const before = caret();
  await offered();
  expect(card()?.textContent).toContain(`${SYNC} decided Mar 4 by Priya`);
  await vi.waitFor(() => expect(status()).toContain(SYNC));
  expect(caret()).toEqual(before);
  const link = card()?.querySelector('a');
  expect([link?.getAttribute('href'), link?.target]).toEqual(['/m/last-week#old', '_blank']);
});

test('[M36] one of another meeting is replaced by a link from here', async () => {
  await write();
  await offered();
  await page.click(button('Replace it'));
  expect(decisions(read(page.doc))).toMatchObject([{ id: 'new', supersedes: 'old' }]);
  expect(card()).toBeNull();
  await vi.waitFor(() => expect(page.find('.ref--elsewhere').textContent).toContain('Replaces: Sync to the CRM'));
  expect(document.activeElement?.classList).toContain('document');
  page.handle.undo();
  expect(decisions(read(page.doc))[0]?.supersedes).toBeNull();
});

test('[M36] one of the same meeting is reversed, and both say so', async () => {
  await write({ memory: memoryOf({ decisions: [] }) }, [
    make.decision({ id: 'here', text: plain(SYNC), state: 'decided' }),
  ]);
  await offered();
  await page.click(button('Replace it'));
  expect(decisions(read(page.doc))).toMatchObject([
    { id: 'new', supersedes: 'here' },
    { id: 'here', state: 'superseded', supersededBy: 'new' },
  ]);
  expect(page.root.textContent).toContain('Replaced by: Sync to the CRM');
});

test('[M36] what somebody else has replaced meanwhile is not replaced again', async () => {
  await write({ memory: memoryOf({ isReplaceable: () => false }) });
  await offered();
  await page.click(button('Replace it'));
  expect(decisions(read(page.doc))[0]?.supersedes).toBeNull();
  expect(card()).toBeNull();
});

test('[M36] what is declined stays so, however much is written on', async () => {
  await write();
  await offered();
  await page.click(button('Not the same'));
  expect(card()).toBeNull();
  await type(' too');
  await pause();
  expect(card()).toBeNull();
});

test('[M36] it goes once the decision replaces another one', async () => {
  await write();
  await offered();
  await page.byColleague((doc) => setAttributes(doc, 'new', { supersedes: 'another' }));
  expect(card()).toBeNull();
});

test('[M36] it goes once the decision resembles nothing any more', async () => {
  await write();
  await offered();
  const { node } = caret();
  node.data = 'The office moves to the second floor';
  await turns();
  await pause();
  expect(card()).toBeNull();
});

test.each([
  ['while the page is not connected', { memory: memoryOf({ isLive: false }) }],
  ['before the other meetings are known', { memory: null }],
  ['of another kind', { memory: memoryOf({ decisions: [{ ...OLD, text: 'No releases in August' }] }) }],
])('[M36] nothing is offered %s', async (_, props) => {
  await write(props);
  await pause();
  expect([card(), status()]).toEqual([null, '']);
});

test('[M36] [M21] a reader sees what replaces a decision, and is offered nothing', async () => {
  const newer = { ...OLD, id: 'newer', text: 'Both ways', supersedes: 'new' };
  page = await openMeetingPage([make.decision({ id: 'new', text: plain(SYNC), supersedes: 'gone' })], {
    editable: false,
    memory: memoryOf({ decisions: [newer] }),
  });
  await vi.waitFor(() => expect(page.find('.ref--elsewhere').textContent).toBe('Replaced by: Both waysMar 4'));
  expect(page.root.textContent).toContain('Replaces an earlier decision');
  expect(card()).toBeNull();
});

test('[M36] that a decision replaces an earlier one is said before the other meetings are known', async () => {
  page = await openMeetingPage([make.decision({ id: 'new', text: plain(SYNC), supersedes: 'old' })]);
  expect(page.find('.decision__people .ref').textContent).toBe('Replaces an earlier decision');
  await page.show({ memory: memoryOf() });
  await vi.waitFor(() => expect(page.find('.decision__people .ref').textContent).toBe(`Replaces: ${SYNC}Mar 4`));
});
