import { expect, test } from 'vitest';
import { Caller, keyCaller, signIn, testServer } from '../testing/harness.ts';
import { scene } from './testing/finalized.ts';
import { answers, HttpReceiver, hangs } from './testing/http-receiver.ts';
import { ManualTimers } from './testing/manual-timers.ts';

test('[M34] chosen at finalize, it goes by itself ten minutes later', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, attempt, timers } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize({ automatic: true });
  expect(await item()).toMatchObject({ status: 'waiting', nextAt: '2025-03-18T10:56:00.000Z' });
  timers.advance(9);
  expect(receiver.received).toEqual([]);
  const attempted = attempt();
  timers.advance(1);
  expect(await attempted).toBe('sent');
  expect(await item()).toMatchObject({
    status: 'sent',
    sentAt: '2025-03-18T10:56:00.000Z',
    onTime: true,
    sentBy: null,
  });
  expect(await item('engineering-leads')).toMatchObject({ status: 'due', channels: 0 });
});

test('[M34] a meeting that is opened again holds back what has not gone; the next revision takes its place', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers, priya, meeting } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize({ automatic: true });
  await priya.post(`${meeting.path}/reopen`);
  timers.advance(60);
  expect((await send()).body.type).toBe('/problems/not-finalized');
  const { body } = await priya.get(`${meeting.path}/follow-up`);
  expect(body).toMatchObject({ revision: null, items: [] });
  expect(body.earlier).toContainEqual({ revision: 1, audience: 'product-team', sentAt: null });
  await finalize();
  // Nobody had it: opening it again bought no time.
  expect(await item()).toMatchObject({ status: 'due', replaces: null, dueAt: '2025-03-18T12:46:00.000Z' });
  const attempted = attempt();
  await send();
  await attempted;
  expect(receiver.received).toHaveLength(1);
  expect(receiver.received[0]?.body).toContain('revision 2');
});

test('[M34] whoever had the revision before is told that this one replaces it, and may be told in two hours again', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers, priya, meeting } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  let attempted = attempt();
  await send();
  await attempted;
  timers.advance(180);
  await priya.post(`${meeting.path}/reopen`);
  await finalize();
  expect(await item()).toMatchObject({ status: 'due', replaces: 1, dueAt: '2025-03-18T15:46:00.000Z' });
  attempted = attempt();
  await send();
  await attempted;
  expect(JSON.parse(receiver.received[1]?.body ?? '').text).toMatch(/^_Revision 2\. It replaces revision 1, /);
});

test('[M34] who sent it in their own way says so, and can take that back', async () => {
  const { finalize, item, timers, priya, meeting } = await scene();
  await finalize();
  timers.advance(130);
  const path = `${meeting.path}/follow-up/product-team`;
  await priya.request('PATCH', path, { sent: true });
  expect(await item()).toMatchObject({ status: 'sent', markedByHand: true, sentBy: 'Priya', onTime: false });
  await priya.request('PATCH', path, { sent: false });
  expect(await item()).toMatchObject({ status: 'due', markedByHand: false, sentAt: null });
});

test('[M34] the packs can be taken by hand, without any channel', async () => {
  const { finalize, send, priya, meeting } = await scene();
  await finalize();
  expect(await send()).toMatchObject({ status: 409, body: { type: '/problems/no-channel' } });
  for (const format of ['md', 'html', 'txt', 'json']) {
    const { status, body } = await priya.get(`${meeting.path}/follow-up/engineering/pack.${format}`);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('One way only in v1');
    expect(JSON.stringify(body)).not.toContain('Call the vendor');
  }
  expect((await priya.get(`${meeting.path}/follow-up/engineering/pack.pdf`)).status).toBe(404);
});

test('[M34] everybody in the meeting may look; whoever facilitates sends and sets up channels', async () => {
  const { url, finalize, meeting, channels } = await scene();
  await channels({ kind: 'email', to: ['ann@team.example'] });
  await finalize({ automatic: true });
  const path = `${meeting.path}/follow-up`;
  for (const role of ['participant', 'follower'] as const) {
    const member = keyCaller(url, meeting.keys[role]);
    const { status, body } = await member.get(path);
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('ann@team.example');
    const refused = await Promise.all([
      member.get(`${path}/channels`),
      member.request('PUT', `${path}/channels`, {}),
      member.post(`${path}/channels/test`, { audience: 'product-team', channel: 'x' }),
      member.post(`${path}/product-team/send`),
      member.request('PATCH', `${path}/product-team`, { sent: true }),
    ]);
    expect(refused.map((answer) => answer.status)).toEqual([403, 403, 403, 403, 403]);
  }
  expect((await new Caller(url).get(path)).status).toBe(401);
  expect((await (await signIn(url, 'Eve')).get(path)).status).toBe(403);
});

test('[M34] channels are those of the series, and their secrets are never told again', async () => {
  const { url } = await testServer({ config: { webhookPrivate: true } });
  const receiver = await HttpReceiver.start();
  const priya = await signIn(url, 'Priya');
  const { body: series } = await priya.post('/api/series', { title: 'Weekly' });
  const { body: first } = await priya.post(`/api/series/${series.id}/next`, { date: '2025-03-18' });
  const at = (id: string) => `/api/meetings/${id}/follow-up/channels`;
  const hook = { kind: 'webhook', url: `${receiver.url}/secret-path`, secret: 'sixteen characters and more' };
  const { body: saved } = await priya.request('PUT', at(first.id), { 'engineering-leads': [hook] });
  const [channel] = saved.channels['engineering-leads'];
  expect(channel).toEqual({ id: channel.id, kind: 'webhook', host: new URL(receiver.url).host });
  const { body: second } = await priya.post(`/api/series/${series.id}/next`, {});
  const seen = await priya.get(at(second.id));
  expect(seen.body.channels['engineering-leads']).toEqual([channel]);
  expect(JSON.stringify(seen.body)).not.toMatch(/secret-path|sixteen/);
  // Saved again without its secrets it keeps them; for another receiver it needs a new one.
  const kept = { 'engineering-leads': [{ id: channel.id, kind: 'webhook' }] };
  expect((await priya.request('PUT', at(second.id), kept)).body).toEqual(saved);
  const tested = await priya.post(`${at(second.id)}/test`, { audience: 'engineering-leads', channel: channel.id });
  expect(tested.body).toEqual({ sent: true, to: channel.host });
  expect(receiver.received[0]?.headers['duet-signature']).toMatch(/^v1=[0-9a-f]{64}$/);
  const moved = { 'engineering-leads': [{ id: channel.id, kind: 'webhook', url: 'https://elsewhere.example/' }] };
  expect((await priya.request('PUT', at(second.id), moved)).status).toBe(400);
});

test.each([
  [{ kind: 'slack', url: 'ftp://chat.example/' }, 'http'],
  [{ kind: 'slack', url: 'https://user:pass@chat.example/' }, 'without a user name'],
  [{ kind: 'slack' }, 'needs an address'],
  [{ kind: 'webhook', url: 'https://x.example/', secret: 'short' }, '16 characters'],
  [{ kind: 'webhook', url: 'https://x.example/' }, 'secret to sign'],
  [{ kind: 'email', to: [] }, 'to'],
  [{ kind: 'email', to: ['a@b.example\r\nBcc: c@d.example'] }, 'mail address'],
  [{ kind: 'email', to: ['a@b.example, c@d.example'] }, 'mail address'],
  [{ kind: 'fax' }, 'kind'],
])('[M34] a channel like %j is refused in words', async (channel, words) => {
  const { channels } = await scene();
  const { status, body } = await channels(channel);
  expect(status).toBe(400);
  expect(body.detail).toContain(words);
});

test('[M34] a receiver that is away is tried again by the next process, until it is back', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, send, attempt, duet, stop, timers, meeting, priya } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  await receiver.down();
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('retry');
  await stop();
  await receiver.up();
  const later = new ManualTimers(new Date(timers.now() + 60_000).toISOString());
  const again = await testServer({
    config: duet.config,
    now: () => new Date(later.now()),
    followUps: { timers: later },
  });
  await receiver.have(1);
  const caller = new Caller(again.url, priya.headers);
  await expect
    .poll(async () => (await caller.get(`${meeting.path}/follow-up`)).body.items[0])
    .toMatchObject({ status: 'sent', onTime: true, maybeTwice: false });
});

test('[M34] what waited longer than anybody tries is not sent by the next process, which may be a restored backup', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, duet, stop, timers, meeting, priya } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize({ automatic: true });
  await stop();
  const later = new ManualTimers(new Date(timers.now() + 7 * 3_600_000).toISOString());
  const again = await testServer({
    config: duet.config,
    now: () => new Date(later.now()),
    followUps: { timers: later },
  });
  const caller = new Caller(again.url, priya.headers);
  await expect
    .poll(async () => (await caller.get(`${meeting.path}/follow-up`)).body.items[0])
    .toMatchObject({ status: 'failed', reason: 'The server was not running when it should have been sent.' });
  expect(receiver.received).toEqual([]);
});

test('[M34] a server that is told to stop cuts off what hangs, and the next one sends it again', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, send, attempt, duet, stop, timers, meeting, priya } = await scene({ attemptMs: 60_000 });
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = hangs;
  const attempted = attempt();
  await send();
  await receiver.have(1);
  await stop();
  expect(await attempted).toBe('retry');
  receiver.behaviour = answers(200);
  const later = new ManualTimers(new Date(timers.now() + 60_000).toISOString());
  const again = await testServer({
    config: duet.config,
    now: () => new Date(later.now()),
    followUps: { timers: later },
  });
  const caller = new Caller(again.url, priya.headers);
  await expect
    .poll(async () => (await caller.get(`${meeting.path}/follow-up`)).body.items[0])
    .toMatchObject({ status: 'sent', maybeTwice: true });
});

test('[M34] a zone that this server does not know keeps nobody from finalizing', async () => {
  const { finalize, item } = await scene();
  await finalize({ timeZone: 'Mars/Base' });
  expect(await item('engineering')).toMatchObject({ dueAt: '2025-03-24T00:00:00.000Z' });
});

test('[M34] the figures count attempts by channel and outcome', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, send, attempt, timers, priya } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = answers(500);
  let attempted = attempt();
  await send();
  await attempted;
  receiver.behaviour = answers(200);
  attempted = attempt();
  timers.advance(1);
  await attempted;
  const { body } = await priya.get('/metrics');
  expect(body).toContain('duet_follow_up_attempts_total{channel="slack",outcome="retry"} 1');
  expect(body).toContain('duet_follow_up_attempts_total{channel="slack",outcome="sent"} 1');
});
