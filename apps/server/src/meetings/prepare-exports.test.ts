import type { ExportInput } from '@duet/export';
import { expect, test } from 'vitest';
import { createMeeting, keyCaller, signIn, testServer } from '../testing/harness.ts';
import { prepareExports } from './prepare-exports.ts';
import { Renders } from './renders.ts';

test('[M33] what is made when somebody opens the list of exports is what they get, and is made once', async () => {
  const { url, duet } = await testServer();
  const meeting = await createMeeting(await signIn(url, 'Priya'), { sample: true });
  const begun: string[] = [];
  const elsewhere = {
    isRunning: false,
    render: async (format: string, { id }: ExportInput) => {
      begun.push(format);
      elsewhere.isRunning = true;
      return Buffer.from(`${format} of ${id}`);
    },
  };
  Object.assign(duet, { renders: new Renders(elsewhere) });
  await prepareExports(duet, meeting.id);
  expect(begun).toEqual(['pdf', 'docx']);
  const follower = keyCaller(url, meeting.keys.follower);
  expect((await follower.get(`${meeting.path}/export.pdf`)).body).toBe(`pdf of ${meeting.id}`);
  await prepareExports(duet, meeting.id);
  expect(begun).toEqual(['pdf', 'docx']);
});

test('[M33] whoever may export may have it prepared', async () => {
  const { url, duet } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const prepare = `${meeting.path}/export/prepare`;
  expect((await (await signIn(url, 'Eve')).post(prepare)).status).toBe(403);
  expect(duet.renders.isWarm).toBe(false);
  expect((await keyCaller(url, meeting.keys.follower).post(prepare)).status).toBe(204);
  expect(duet.renders.isWarm).toBe(true);
});
