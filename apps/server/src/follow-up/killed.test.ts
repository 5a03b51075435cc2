import { expect, test, vi } from 'vitest';
import { Caller, createMeeting, signIn, temporaryFolder } from '../testing/harness.ts';
import { duet, duetProcess } from '../testing/process.ts';
import { answers, HttpReceiver, hangs } from './testing/http-receiver.ts';

// Each starts several processes, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 90_000 });

test('[M34] killed between sending and recording, it sends again under the same key and says so; no secret is logged', async () => {
  const receiver = await HttpReceiver.start();
  const env = { DUET_DATA: await temporaryFolder(), DUET_WEBHOOK_PRIVATE: '1', LOG_LEVEL: 'trace' };
  const first = await duetProcess(['serve'], env);
  const priya = await signIn(await first.ready, 'Priya');
  const meeting = await createMeeting(priya);
  const path = `${meeting.path}/follow-up`;
  const secret = 'sixteen characters and more';
  const hook = { kind: 'webhook', url: `${receiver.url}/hidden-path`, secret };
  await priya.request('PUT', `${path}/channels`, { 'product-team': [hook] });
  await priya.post(`${meeting.path}/finalize`);
  receiver.behaviour = hangs;
  await priya.post(`${path}/product-team/send`);
  await receiver.have(1);
  first.child.kill('SIGKILL');
  const { stdout, stderr } = await first.ended;

  receiver.behaviour = answers(200);
  const second = await duetProcess(['serve'], env);
  const caller = new Caller(await second.ready, priya.headers);
  await expect
    .poll(async () => (await caller.get(path)).body.items[0], { timeout: 30_000 })
    .toMatchObject({ status: 'sent', maybeTwice: true, deliveries: [{ attempts: 2 }] });
  expect(receiver.received).toHaveLength(2);
  expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  second.child.kill('SIGTERM');
  const ended = await second.ended;
  for (const told of [stdout, stderr, ended.stdout, ended.stderr]) {
    expect(told).not.toContain(secret);
    expect(told).not.toContain('hidden-path');
  }
  expect(await duet(['verify'], env)).toMatchObject({ code: 0 });
});
