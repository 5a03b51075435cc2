import { setDetails } from '@duet/document';
import { expect, test } from 'vitest';
import { createMeeting, liveDoc, signIn, testServer } from '../testing/harness.ts';
import { HourlyVersions } from './hourly-versions.ts';

test('[G9] an open meeting gets a labelled version each hour in which somebody edited it', async () => {
  let now = new Date('2026-03-18T10:00:00Z');
  const { url, duet } = await testServer({ now: () => now });
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const versions = new HourlyVersions(duet);
  versions.opened(meeting.id);
  const live = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const labels = async (): Promise<string[]> =>
    (await priya.get(`${meeting.path}/history`)).body.versions.flatMap(
      (version: { label?: string }) => version.label ?? [],
    );
  await versions.saveAll();
  expect(await labels()).toEqual(['Created']);
  setDetails(live.doc, { title: 'Edited' });
  await live.saved();
  now = new Date('2026-03-18T11:00:00Z');
  await versions.saveAll();
  expect(await labels()).toEqual(['2026-03-18 11:00 UTC', 'Created']);
  now = new Date('2026-03-18T12:00:00Z');
  await versions.saveAll();
  expect(await labels()).toEqual(['2026-03-18 11:00 UTC', 'Created']);
});
