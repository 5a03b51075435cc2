// @vitest-environment jsdom
import { templateBlocks } from '@duet/document';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type MeetingPage, openMeetingPage } from './testing/meeting-page.tsx';

let page: MeetingPage;
beforeEach(async () => {
  page = await openMeetingPage(templateBlocks('product'));
});
afterEach(() => page.close());

/** The kind of cell or block that the next letter goes into; null where the editor would not get it. */
function next(): string | null {
  if (document.activeElement !== page.find('.document')) return null;
  const anchor = document.getSelection()?.anchorNode ?? null;
  const cell = (anchor instanceof Element ? anchor : anchor?.parentElement)?.closest<HTMLElement>('[data-type]');
  return cell?.dataset.type ?? null;
}

test.each([
  ['Add feature', 'roadmapFeature'],
  ['Add upcoming item', 'upcomingTitle'],
  ['Add constraint', 'constraintStatement'],
  ['Add risk', 'riskText'],
  ['Record decision', 'decisionText'],
  ['Add action item', 'actionItem'],
  ['Add question', 'questionText'],
])('[M3] [M5] a letter right after “%s”, before any frame, goes into what was added', (label, cell) => {
  const buttons = [...page.root.querySelectorAll('button')];
  const button =
    buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === label) ??
    expect.fail('no such button');
  button.focus();
  button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(next()).toBe(cell);
});

test('[M5] so it does where something was added by name', () => {
  page.handle.insert('decision');
  expect(next()).toBe('decisionText');
});
