import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { json } from 'node:stream/consumers';
import { insertBlocks, read } from '@duet/document';
import { make, plain } from '@duet/domain';
import { expect, test } from 'vitest';
import { Caller, closing, createMeeting, liveDoc, signIn, testServer, until } from '../testing/harness.ts';

const action = () => make.actionItem({ action: plain('Book the room') });

test('[G18] [G19] a refusal is a close code with no document byte before it', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const eve = await signIn(url, 'Eve');
  const [meeting, other] = [await createMeeting(priya), await createMeeting(priya)];
  const cookie = (caller: Caller) => ({ cookie: caller.headers.cookie ?? '' });
  const at = `/sync/${meeting.id}`;
  const cases: [string, Record<string, string>, number][] = [
    [at, {}, 4401],
    [`${at}?key=made-up`, {}, 4401],
    [`${at}?key=${meeting.id}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`, {}, 4401],
    [at, { authorization: 'Bearer made-up' }, 4401],
    [at, { cookie: 'duet_session=forged.token' }, 4401],
    [`${at}?key=${other.keys.facilitator}`, {}, 4403],
    [at, cookie(eve), 4403],
    ['/sync/AAAAAAAAAAAAAAAAAAAAAA', {}, 4404],
    [`/sync/AAAAAAAAAAAAAAAAAAAAAA?key=${meeting.keys.facilitator}`, {}, 4404],
    ['/sync/short', {}, 4404],
    ['/sync/', {}, 4404],
    ['/sync/%E0%A4%A', {}, 4404],
    [`/sync/person%3A${priya.id}`, cookie(priya), 4404],
    [`${at}/more`, cookie(priya), 4404],
    ['/sync/..%2F..%2Fetc%2Fpasswd', {}, 4404],
  ];
  for (const [path, headers, code] of cases) {
    const closed = await closing(url, path, headers);
    expect({ path, headers, code: closed.code, frames: closed.frames }).toEqual({ path, headers, code, frames: 0 });
    expect(closed.reason).not.toBe('');
  }
});

test('[G18] a cookie opens a socket only from our own origin', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const cookie = priya.headers.cookie ?? '';
  const foreign = { cookie, origin: 'http://evil.example' };
  await expect(closing(url, `/sync/${meeting.id}`, foreign)).rejects.toThrow('HTTP 403');
  await expect(closing(url, `/sync/${meeting.id}`, { cookie, origin: 'null' })).rejects.toThrow('HTTP 403');
  await liveDoc(url, meeting.id, { headers: { cookie, origin: url } });
  // A key is no cookie: it proves itself wherever it comes from. A cookie that proves nobody is not worth a 403.
  await liveDoc(url, meeting.id, { key: meeting.keys.follower, headers: foreign });
  const unknown = await closing(url, `/sync/${meeting.id}`, {
    cookie: 'duet_session=x.y',
    origin: 'http://evil.example',
  });
  expect(unknown.code).toBe(4401);
});

test('[G18] DUET_PUBLIC_URL is the one origin that counts', async () => {
  const { url } = await testServer({ config: { publicOrigin: 'https://duet.example' } });
  const priya = new Caller(url);
  const origin = 'https://duet.example';
  const session = await priya.post('/api/session', { name: 'Priya', side: 'product' }, { origin });
  expect(session.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Secure$/);
  const { body } = await priya.post('/api/meetings', {}, { origin });
  expect(body.links.follower).toMatch(/^https:\/\/duet\.example\/m\//);
  const cookie = priya.headers.cookie ?? '';
  await liveDoc(url, body.id, { headers: { cookie, origin } });
  await expect(closing(url, `/sync/${body.id}`, { cookie, origin: url })).rejects.toThrow('HTTP 403');
});

test('[G21] more upgrades than an address may make are refused by HTTP, others are not affected', async () => {
  const { url, duet } = await testServer({ config: { trustProxy: true } });
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const most = 2 * duet.config.limits.upgradesPerSecond;
  const knock = (address: string) =>
    closing(url, `/sync/${meeting.id}`, { 'x-forwarded-for': `6.6.6.6, ${address}` }).then(
      ({ code }) => String(code),
      (error: Error) => error.message,
    );
  const results = await Promise.all(Array.from({ length: most * 2 }, () => knock('1.1.1.1')));
  expect(results.filter((result) => result === '4401').length).toBeGreaterThanOrEqual(most);
  expect(results).toContain('HTTP 429');
  expect(await knock('2.2.2.2')).toBe('4401');
});

test('an upgrade anywhere else is not found, and the answer says so as a problem', async () => {
  const { url } = await testServer();
  await expect(closing(url, '/api/session')).rejects.toThrow('HTTP 404');
  const headers = { connection: 'Upgrade', upgrade: 'websocket' };
  const [answer] = (await once(request(`${url}/api/session`, { headers }).end(), 'response')) as [IncomingMessage];
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(await json(answer)).toMatchObject({ type: '/problems/not-found', status: 404 });
});

test('[G13] without the schema a client reads; with another one it is told to reload when it writes', async () => {
  const { url } = await testServer();
  const meeting = await createMeeting(await signIn(url, 'Priya'));
  const key = meeting.keys.participant;
  const without = await liveDoc(url, meeting.id, { key, schema: null });
  expect(read(without.doc).blocks.length).toBeGreaterThan(10);
  const outdated = await liveDoc(url, meeting.id, { key, schema: '999' });
  insertBlocks(outdated.doc, [action()]);
  expect(await outdated.closed).toBe(4426);
});

test('[G17] a member is shown as the server knows them; a bare key goes by its role', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const person = await liveDoc(url, meeting.id, { headers: { cookie: priya.headers.cookie ?? '' } });
  const reader = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
  const seen = (client: number) => reader.provider.awareness.getStates().get(client)?.user;
  person.provider.awareness.setLocalState({ user: { name: 'The queen', role: 'facilitator', color: 'red' } });
  reader.provider.awareness.setLocalState({ user: { name: 'Nobody' } });
  await new Promise<void>((resolve) => {
    reader.provider.awareness.on('change', () => {
      if (seen(person.doc.clientID)) resolve();
    });
  });
  expect(seen(person.doc.clientID)).toMatchObject({
    id: priya.id,
    name: 'Priya',
    side: 'product',
    role: 'facilitator',
  });
  expect(seen(person.doc.clientID).color).toMatch(/^#[0-9a-f]{6}$/);
  const other = () => person.provider.awareness.getStates().get(reader.doc.clientID)?.user;
  await new Promise<void>((resolve) => {
    const look = () => other() && resolve();
    person.provider.awareness.on('change', look);
    look();
  });
  expect(other()).toMatchObject({ name: 'follower', role: 'follower', side: 'other' });
});

test('[G16] a removed member is out at once and stays out with the old key, not with a new one', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const eve = await signIn(url, 'Eve', 'other');
  await eve.post(`${meeting.path}/join`, { key: meeting.keys.participant });
  const cookie = eve.headers.cookie ?? '';
  const live = await liveDoc(url, meeting.id, { headers: { cookie } });
  expect((await priya.request('DELETE', `${meeting.path}/members/${eve.id}`)).status).toBe(204);
  expect(await live.closed).toBe(4403);
  expect((await closing(url, `/sync/${meeting.id}`, { cookie })).code).toBe(4403);
  expect((await eve.get(meeting.path)).status).toBe(403);
  expect((await eve.get('/api/meetings')).body.meetings).toEqual([]);
  expect((await eve.post(`${meeting.path}/join`, { key: meeting.keys.participant })).status).toBe(403);
  const { body } = await priya.post(`${meeting.path}/keys/participant/rotate`);
  expect((await eve.post(`${meeting.path}/join`, { key: body.key })).status).toBe(200);
});

test('[G16] a replaced key closes the sockets that came by it and opens nothing any more', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const byKey = await liveDoc(url, meeting.id, { key: meeting.keys.participant });
  const { status, body } = await priya.post(`${meeting.path}/keys/participant/rotate`);
  expect(status).toBe(200);
  expect(await byKey.closed).toBe(4403);
  expect((await closing(url, `/sync/${meeting.id}?key=${meeting.keys.participant}`)).code).toBe(4401);
  await liveDoc(url, meeting.id, { key: body.key });
});

test('[G16] a changed role counts on open sockets: the follower may write from then on', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const rosa = await signIn(url, 'Rosa', 'engineering');
  await rosa.post(`${meeting.path}/join`, { key: meeting.keys.follower });
  const live = await liveDoc(url, meeting.id, { headers: { cookie: rosa.headers.cookie ?? '' } });
  const reader = await liveDoc(url, meeting.id, { key: meeting.keys.follower });
  const has = (title: string) => read(reader.doc).title === title;
  const changed = await priya.request('PATCH', `${meeting.path}/members/${rosa.id}`, { role: 'participant' });
  expect(changed).toMatchObject({ status: 200, body: { role: 'participant' } });
  live.doc.getMap('meeting').set('title', 'By Rosa');
  await until(reader.doc, () => has('By Rosa'));
});
