import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { scene } from './testing/finalized.ts';
import { answers, closes, HttpReceiver, hangs } from './testing/http-receiver.ts';

const SECRET = 'a secret of the two of us';

test('[M34] a click sends the whole notes to a chat, and says that it was on time', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers, meeting } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  expect(await item()).toMatchObject({ status: 'due', dueAt: '2025-03-18T12:46:00.000Z', sentAt: null });
  timers.advance(6);
  const attempted = attempt();
  expect((await send()).status).toBe(202);
  expect(await attempted).toBe('sent');
  expect(await item()).toMatchObject({
    status: 'sent',
    sentAt: '2025-03-18T10:52:00.000Z',
    onTime: true,
    sentBy: 'Priya',
    maybeTwice: false,
  });
  const [request] = receiver.received;
  const { text } = JSON.parse(request?.body ?? '');
  expect(text.indexOf('Vendor leaves')).toBeLessThan(text.indexOf('One way only in v1'));
  expect(text).toContain('Call the vendor');
  expect(text).toContain(`/m/${meeting.id}|Open the notes>`);
  expect(receiver.received).toHaveLength(1);
});

test('[M34] what is sent after it was due is late', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  timers.advance(121);
  const attempted = attempt();
  await send();
  await attempted;
  expect(await item()).toMatchObject({ status: 'sent', onTime: false });
});

test('[M34] a program gets what changes the sprint, signed, and nothing else', async () => {
  const receiver = await HttpReceiver.start();
  const { priya, meeting, finalize, item, send, attempt } = await scene();
  const path = `${meeting.path}/follow-up/channels`;
  await priya.request('PUT', path, { engineering: [{ kind: 'webhook', url: receiver.url, secret: SECRET }] });
  await finalize({ timeZone: 'Europe/Berlin' });
  expect(await item('engineering')).toMatchObject({ dueAt: '2025-03-23T23:00:00.000Z', sprint: '2025-03-24' });
  const attempted = attempt();
  await send('engineering');
  expect(await attempted).toBe('sent');
  const [{ headers, body } = { headers: {}, body: '' }] = receiver.received;
  const signed = createHmac('sha256', SECRET).update(`${headers['duet-timestamp']}.${body}`).digest('hex');
  expect(headers['duet-signature']).toBe(`v1=${signed}`);
  const told = JSON.parse(body);
  expect(headers['idempotency-key']).toBe(told.delivery);
  expect(told).toMatchObject({
    event: 'follow-up',
    meeting: meeting.id,
    revision: 1,
    audience: 'engineering',
    pack: 'sprint-changes',
  });
  expect(told.content.decisions).toMatchObject([{ text: 'One way only in v1' }]);
  expect(told.content.risks).toMatchObject([{ risk: 'Vendor leaves', escalatedTo: 'Dana' }]);
  expect(told.content.actions).toEqual([]);
});

test('[M34] where no decision changes the sprint, the wider team is owed nothing', async () => {
  const { finalize, item, send } = await scene({ affectsSprint: false });
  await finalize();
  expect(await item('engineering')).toMatchObject({ status: 'nothing' });
  expect((await send('engineering')).status).toBe(404);
});

test('[M34] a receiver that fails is tried again under the same key, later each time, and no sooner than it asks', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = answers(503);
  let attempted = attempt();
  await send();
  expect(await attempted).toBe('retry');
  expect(await item()).toMatchObject({ status: 'retrying', nextAt: '2025-03-18T10:46:20.000Z', maybeTwice: false });
  receiver.behaviour = answers(429, { 'Retry-After': '120' });
  attempted = attempt();
  timers.advance(1);
  expect(await attempted).toBe('retry');
  expect(await item()).toMatchObject({ nextAt: '2025-03-18T10:49:00.000Z' });
  receiver.behaviour = answers(200);
  attempted = attempt();
  timers.advance(2);
  expect(await attempted).toBe('sent');
  expect(await item()).toMatchObject({ status: 'sent', maybeTwice: false, reason: null });
  const keys = receiver.received.map(({ headers }) => headers['idempotency-key']);
  expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
});

test.each([
  ['hangs', hangs],
  ['closes mid-way', closes],
])(
  '[M34] a receiver that %s may have it: it is sent again, and said to have gone twice perhaps',
  async (_, behaviour) => {
    const receiver = await HttpReceiver.start();
    const { channels, finalize, item, send, attempt, timers } = await scene({ attemptMs: 2_000 });
    await channels({ kind: 'slack', url: receiver.url });
    await finalize();
    receiver.behaviour = behaviour;
    let attempted = attempt();
    await send();
    expect(await attempted).toBe('retry');
    receiver.behaviour = answers(200);
    attempted = attempt();
    timers.advance(1);
    expect(await attempted).toBe('sent');
    expect(await item()).toMatchObject({ status: 'sent', maybeTwice: true });
  },
);

test('[M34] after six hours it is given up, visibly; one click tries again under the same key', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt, timers } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = answers(500);
  let attempted = attempt();
  await send();
  for (let outcome = await attempted; outcome === 'retry'; outcome = await attempted) {
    attempted = attempt();
    timers.advance(16);
  }
  expect(Date.parse((await item()).dueAt) + 5 * 3_600_000).toBeGreaterThan(timers.now());
  expect(timers.now()).toBeGreaterThan(Date.parse('2025-03-18T16:30:00Z'));
  expect(await item()).toMatchObject({ status: 'failed', reason: '127.0.0.1 could not take the message (500).' });
  receiver.behaviour = answers(200);
  attempted = attempt();
  await send();
  expect(await attempted).toBe('sent');
  expect(await item()).toMatchObject({ status: 'sent', onTime: false });
  expect(new Set(receiver.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
});

test('[M34] a refusal for good is not repeated', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = answers(404);
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('failed');
  expect(await item()).toMatchObject({ status: 'failed', reason: '127.0.0.1 refused the message (404).' });
});

test('[M34] no redirect is followed', async () => {
  const [receiver, elsewhere] = [await HttpReceiver.start(), await HttpReceiver.start()];
  const { channels, finalize, item, send, attempt } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  receiver.behaviour = answers(307, { Location: elsewhere.url });
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('failed');
  expect((await item()).reason).toContain('no redirect is followed');
  expect(elsewhere.received).toEqual([]);
});

test.each(['127.0.0.1', 'localhost', '[::1]', '0.0.0.0', '2130706433', '[::ffff:127.0.0.1]'])(
  '[M34] a webhook to %s never leaves: this machine is not theirs to call',
  async (host) => {
    const receiver = await HttpReceiver.start();
    const { channels, finalize, item, send, attempt } = await scene({ webhookPrivate: false });
    await channels({ kind: 'slack', url: receiver.url.replace('127.0.0.1', host) });
    await finalize();
    const attempted = attempt();
    await send();
    expect(await attempted).toBe('failed');
    expect((await item()).reason).toContain('own network');
    expect(receiver.received).toEqual([]);
  },
);

test('[M34] asked twice at once, it is sent once', async () => {
  const receiver = await HttpReceiver.start();
  const { channels, finalize, item, send, attempt } = await scene();
  await channels({ kind: 'slack', url: receiver.url });
  await finalize();
  const attempted = attempt();
  await Promise.all([send(), send(), send()]);
  await attempted;
  await send();
  expect(await item()).toMatchObject({ status: 'sent' });
  expect(receiver.received).toHaveLength(1);
});
