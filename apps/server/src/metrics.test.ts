import { expect, test } from 'vitest';
import { Caller, createMeeting, liveDoc, signIn, testServer } from './testing/harness.ts';

test('[G21] the figures tell how long commits and fan-outs took, and why frames were refused', async () => {
  const { url } = await testServer();
  const ann = await signIn(url, 'Ann');
  const meeting = await createMeeting(ann);
  const { doc, saved } = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  doc.getMap('meeting').set('title', 'Weekly');
  await saved();
  const follower = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
  follower.doc.getMap('meeting').set('title', 'Not mine');
  await follower.saved();
  const { body } = await new Caller(url).get('/metrics');
  const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1]);
  expect(value('duet_fan_out_seconds_count')).toBe(1);
  expect(value('duet_fan_out_buffered_bytes_count')).toBe(1);
  expect(value('duet_commit_seconds_count')).toBeGreaterThanOrEqual(1);
  expect(value('duet_refused_frames_total\\{reason="denied"\\}')).toBe(1);
  expect(value('duet_refused_frames_total\\{reason="size"\\}')).toBe(0);
});
