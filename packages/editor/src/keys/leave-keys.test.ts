// @vitest-environment jsdom
import { read } from '@duet/document';
import { make, plain, plainText, riskRows } from '@duet/domain';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MeetingPage, openMeetingPage } from '../testing/meeting-page.tsx';

let page: MeetingPage;
beforeEach(async () => {
  const rows = ['a', 'b'].map((id) => make.riskRow({ id, risk: plain(`Risk ${id}`), mitigation: plain('Wait') }));
  page = await openMeetingPage([make.textBlock({ text: plain('Above') }), { type: 'riskTable', rows }]);
  page.handle.reveal('a');
});
afterEach(() => page.close());

const notes = (): HTMLElement => page.find('.document');
const press = (key: string) => page.press(notes(), key);
const texts = (): readonly string[] => riskRows(read(page.doc)).map(({ risk }) => plainText(risk));
const selected = (): readonly (string | undefined)[] =>
  [...page.root.querySelectorAll<HTMLElement>('.ProseMirror-selectednode')].map(({ dataset }) => dataset.type);
/** As the browser tells of a letter. */
const letter = (key: string): boolean =>
  notes().dispatchEvent(
    new KeyboardEvent('keypress', { key, charCode: key.charCodeAt(0), bubbles: true, cancelable: true }),
  );

test('Esc goes from the text to its row, and from there out of the notes', async () => {
  await press('Escape');
  expect(selected()).toEqual(['riskRow']);
  expect(document.activeElement).toBe(notes());
  await press('Escape');
  expect(document.activeElement).not.toBe(notes());
});

test.each(['Enter', 'Tab'])('%s goes back into the text of the row, behind its last letter', async (key) => {
  await press('Escape');
  await press(key);
  expect(selected()).toEqual([]);
  expect(page.handle.current()).toBe('a');
  const { anchorNode, anchorOffset } = document.getSelection() ?? {};
  expect([anchorNode?.textContent, anchorOffset]).toEqual(['Risk a', 6]);
});

test('a letter does not take the place of a row that is selected', async () => {
  await press('Escape');
  letter('x');
  expect(texts()).toEqual(['Risk a', 'Risk b']);
  expect(page.writes()).toBe(0);
});

test('nor does what is pasted: it goes into the text', async () => {
  await press('Escape');
  const data: Readonly<Record<string, string>> = { 'text/plain': ' leaves' };
  notes().dispatchEvent(
    Object.assign(new Event('paste', { bubbles: true, cancelable: true }), {
      clipboardData: { getData: (type: string) => data[type] ?? '', types: Object.keys(data), files: [], items: [] },
    }),
  );
  await expect.poll(texts).toEqual(['Risk a leaves', 'Risk b']);
});

test.each(['Backspace', 'Delete'])('%s takes a row out that is selected, and undo brings it back', async (key) => {
  await press('Escape');
  await press(key);
  expect(texts()).toEqual(['Risk b']);
  page.handle.undo();
  expect(texts()).toEqual(['Risk a', 'Risk b']);
});

test('Esc on a chip goes to its row', async () => {
  const [chip = expect.fail('no chip')] = page.root.querySelectorAll<HTMLElement>('[aria-label^="Owner of this risk"]');
  chip.focus();
  await page.press(chip, 'Escape');
  expect(selected()).toEqual(['riskRow']);
  expect(document.activeElement).toBe(notes());
});
