// @vitest-environment jsdom
import { meetingMapOf } from '@duet/document';
import { type IsoDate, make, plain } from '@duet/domain';
import { afterEach, expect, test } from 'vitest';
import { type MeetingPage, openMeetingPage } from './testing/meeting-page.tsx';

let page: MeetingPage;
afterEach(() => page.close());

const item = (title: string, day: string) =>
  make.upcomingItem({ title: plain(title), sprintStart: day as IsoDate, feasibility: 'cleared' });
const marked = (): readonly (string | null)[] =>
  [...document.querySelectorAll('.cal__day.mark')].map((day) => day.getAttribute('aria-label'));

test('[M5] every calendar marks the start of the next sprint, as the notes have it when it opens', async () => {
  page = await openMeetingPage([
    item('Running already', '2025-03-17'),
    item('After that', '2025-04-01'),
    { ...item('Next', '2025-03-24'), id: 'next' },
    make.actionItem({ action: plain('Ask the vendor'), due: '2025-03-21' as IsoDate }),
  ]);
  await page.byColleague((doc) => meetingMapOf(doc).set('date', '2025-03-18'));
  const due = page.find('[aria-label^="Due date"]');
  await page.click(due);
  expect(marked()).toEqual(['Monday, March 24, 2025, next sprint starts']);
  await page.click(due);
  page.handle.setAttributes('next', { sprintStart: null });
  await page.click(due);
  expect(marked()).toEqual(['Tuesday, April 1, 2025, next sprint starts']);
});
