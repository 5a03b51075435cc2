import { expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { scene } from './testing/finalized.ts';
import { MailReceiver, refusal } from './testing/mail-receiver.ts';

const header = (source: string | undefined, name: string): string =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'mi').exec(source ?? '')?.[1]?.replace(/\r\n\s+/g, ' ') ?? '';

test('[M34] each person gets a mail of their own, with the notes as text and as a page', async () => {
  const mail = await MailReceiver.start();
  const { channels, finalize, item, send, attempt, meeting, url } = await scene({ config: { mail: mail.config } });
  await channels({ kind: 'email', to: ['ann@team.example', 'bo@team.example', 'ann@team.example'] });
  await finalize();
  const attempts = [attempt()];
  await send();
  await Promise.all(attempts);
  await expect.poll(async () => (await item()).status).toBe('sent');
  expect(mail.mails.map(({ to }) => to).sort()).toEqual([['ann@team.example'], ['bo@team.example']]);
  const [first] = mail.mails;
  expect(header(first?.source, 'subject')).toBe('Weekly, 2025-03-18');
  expect(header(first?.source, 'from')).toBe('Duet <duet@duet.example>');
  expect(header(first?.source, 'auto-submitted')).toBe('auto-generated');
  expect(first?.source).toContain('Content-Type: text/html');
  expect(first?.source.indexOf('Vendor leaves')).toBeLessThan(first?.source.indexOf('One way only in v1') ?? 0);
  expect(first?.source.replaceAll('=\r\n', '')).toContain(`/m/${meeting.id}`);
  expect(url).not.toBe('');
});

test('[M34] a mail server that fails and comes back gets the same Message-ID; one wrong address costs nobody else theirs', async () => {
  const mail = await MailReceiver.start();
  const { channels, finalize, item, send, attempt, timers } = await scene({ config: { mail: mail.config } });
  await channels({ kind: 'email', to: ['ann@team.example', 'wrong@team.example'] });
  await finalize();
  const seen: string[] = [];
  mail.verdict = ({ to, source }) => {
    if (to[0] === 'wrong@team.example') return refusal(550);
    seen.push(header(source, 'message-id'));
    return seen.length === 1 ? refusal(451) : null;
  };
  await send();
  await expect
    .poll(async () => (await item()).deliveries.map((each: { attempts: number }) => each.attempts))
    .toEqual([1, 1]);
  await expect.poll(async () => (await item()).status).toBe('retrying');
  const attempted = attempt();
  timers.advance(1);
  expect(await attempted).toBe('sent');
  expect(await item()).toMatchObject({ status: 'failed', reason: 'The mail server refused the message (550).' });
  expect(mail.mails.map(({ to }) => to)).toEqual([['ann@team.example']]);
  expect([seen.length, new Set(seen).size]).toEqual([2, 1]);
  expect(seen[0]).toMatch(/^<[\w-]{22}@duet\.example>$/);
});

test('[M34] a mail server that takes the mail and says nothing may have it', async () => {
  const mail = await MailReceiver.start();
  const { channels, finalize, item, send, attempt, timers } = await scene({
    config: { mail: mail.config },
    // One attempt has to run into it, and the next one not, also on a busy machine.
    attemptMs: 2_500,
  });
  await channels({ kind: 'email', to: ['ann@team.example'] });
  await finalize();
  mail.verdict = () => undefined;
  let attempted = attempt();
  await send();
  expect(await attempted).toBe('retry');
  expect(await item()).toMatchObject({ maybeTwice: true, reason: 'The mail server did not answer in time.' });
  mail.verdict = () => null;
  attempted = attempt();
  timers.advance(1);
  expect(await attempted).toBe('sent');
  expect(new Set(mail.mails.map(({ source }) => header(source, 'message-id'))).size).toBe(1);
});

test('[M34] a mail server that is away cannot have taken anything', async () => {
  const config = { url: 'smtp://127.0.0.1:1', from: 'duet@duet.example' };
  const { channels, finalize, item, send, attempt } = await scene({ config: { mail: config } });
  await channels({ kind: 'email', to: ['ann@team.example'] });
  await finalize();
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('retry');
  expect(await item()).toMatchObject({ maybeTwice: false, reason: 'The mail server cannot be reached.' });
});

test('[M34] nothing is told to a mail server whose certificate nobody vouches for', async () => {
  const mail = await MailReceiver.start(true);
  const { channels, finalize, item, send, attempt } = await scene({ config: { mail: mail.config } });
  await channels({ kind: 'email', to: ['ann@team.example'] });
  await finalize();
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('retry');
  expect(await item()).toMatchObject({ maybeTwice: false, reason: expect.stringContaining('certificate') });
  expect(mail.mails).toEqual([]);
});

test('[M34] without a mail server, mail says what is missing', async () => {
  const { channels, finalize, item, send, attempt } = await scene();
  expect((await channels({ kind: 'email', to: ['ann@team.example'] })).body.mail).toBe(false);
  await finalize();
  const attempted = attempt();
  await send();
  expect(await attempted).toBe('failed');
  expect((await item()).reason).toContain('DUET_SMTP_URL');
});

test('[M34] beyond what may leave in an hour the rest waits, and the page is told until when', async () => {
  const mail = await MailReceiver.start();
  const limits = { ...readConfig({}).limits, deliveriesPerMeetingHour: 2 };
  const { channels, finalize, item, send, timers, priya, meeting } = await scene({
    config: { mail: mail.config, limits },
  });
  const to = ['ann@team.example', 'bo@team.example', 'cy@team.example'];
  const { body } = await channels({ kind: 'email', to });
  await finalize();
  await send();
  await expect.poll(() => mail.mails.length).toBe(2);
  const left = { status: 'waiting', nextAt: '2025-03-18T11:46:00.000Z', attempts: [1, 1, 0] };
  const standing = async () => {
    const { status, nextAt, deliveries } = await item();
    return {
      status,
      nextAt,
      attempts: deliveries
        .map((each: { attempts: number }) => each.attempts)
        .sort()
        .reverse(),
    };
  };
  await expect.poll(standing).toEqual(left);
  expect((await item()).reason).toContain('in an hour');
  const test = { audience: 'product-team', channel: body.channels['product-team'][0].id };
  expect(await priya.post(`${meeting.path}/follow-up/channels/test`, test)).toMatchObject({
    status: 429,
    body: { detail: expect.stringContaining('11:46 UTC') },
  });
  timers.advance(59);
  expect(mail.mails).toHaveLength(2);
  timers.advance(1);
  await expect.poll(async () => (await item()).status).toBe('sent');
  expect(mail.mails.map((each) => each.to[0]).sort()).toEqual(to);
});
