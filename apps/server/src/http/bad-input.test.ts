import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { Caller, createMeeting, signIn, testServer } from '../testing/harness.ts';

test('bodies that say something else are refused in words, and nothing is made', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const refused: [string, string, unknown, string][] = [
    ['POST', '/api/session', '{', 'not JSON'],
    ['POST', '/api/session', '[]', 'expected object'],
    ['POST', '/api/session', {}, 'name'],
    ['POST', '/api/session', { name: '  ', side: 'product' }, 'name: must not be empty'],
    ['POST', '/api/session', { name: 'x'.repeat(81), side: 'product' }, 'at most 80'],
    ['POST', '/api/session', { name: 'a\u0000b', side: 'product' }, 'control'],
    ['POST', '/api/session', { name: 'Priya', side: 'sales' }, 'side'],
    ['POST', '/api/meetings', { title: 7 }, 'title'],
    ['POST', '/api/meetings', { date: '2026-02-30' }, 'date: must be a real day'],
    ['POST', '/api/meetings', { date: 'tomorrow' }, 'date: must be a real day'],
    ['POST', '/api/series', {}, 'title'],
    ['POST', `${meeting.path}/join`, { name: 'x', side: 'product' }, 'key'],
    ['POST', `${meeting.path}/concerns`, { text: '' }, 'text'],
    ['POST', `${meeting.path}/finalize`, { resolutions: {} }, 'resolutions'],
    ['POST', `${meeting.path}/finalize`, { resolutions: [{ id: 'x' }] }, 'must be {id, owner}'],
    ['POST', `${meeting.path}/finalize`, { resolutions: [{ id: 'unknown', owner: 'wen' }] }, 'has the id'],
    ['PATCH', `${meeting.path}/actions/x`, {}, 'Say status, owner or due'],
    ['PATCH', `${meeting.path}/actions/x`, { status: 'finished' }, 'status'],
    ['PATCH', `${meeting.path}/actions/x`, { due: 'Friday' }, 'due'],
    ['PATCH', `${meeting.path}/actions/x`, { text: 'new words' }, 'text'],
    ['POST', `${meeting.path}/history/zero/restore`, {}, 'whole number'],
    ['GET', `${meeting.path}/export.json?revision=-1`, undefined, 'revision'],
  ];
  for (const [method, path, body, words] of refused) {
    const answer = await priya.request(method, path, body);
    expect([path, body, answer.status]).toEqual([path, body, 400]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: '/problems/bad-request', title: expect.any(String), status: 400 });
    expect(answer.body.detail).toContain(words);
  }
  expect((await priya.get('/api/meetings')).body.meetings).toHaveLength(1);
});

test('the address of a socket, asked for without an upgrade, says so instead of answering with the page', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { id } = await createMeeting(priya);
  const answer = await priya.get(`/sync/${id}`);
  expect([answer.status, answer.headers.get('upgrade')]).toEqual([426, 'websocket']);
  expect(answer.body).toMatchObject({
    type: '/problems/upgrade-required',
    detail: expect.stringContaining('WebSocket'),
  });
});

test('what is not there is not found, in words', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const paths = [
    '/api',
    '/api/nothing',
    '/api/meetings/AAAAAAAAAAAAAAAAAAAAAA',
    `${meeting.path}/export.exe`,
    `${meeting.path}/export/secrets.csv`,
    `${meeting.path}/export.json?revision=1`,
  ];
  for (const path of paths) {
    const { status, body } = await priya.get(path);
    expect([path, status, typeof body.detail]).toEqual([path, 404, 'string']);
  }
  expect((await priya.request('PATCH', `${meeting.path}/actions/none`, { status: 'done' })).status).toBe(404);
  expect((await priya.request('DELETE', `${meeting.path}/members/none`)).status).toBe(404);
  expect((await priya.post(`${meeting.path}/keys/owner/rotate`)).status).toBe(404);
});

test('a body beyond the limit is refused before it is read', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { status, headers, body } = await priya.post('/api/meetings', { title: 'x'.repeat(300_000) });
  expect([status, body.type]).toEqual([413, '/problems/too-large']);
  expect(headers.get('connection')).toBe('close');
});

test('[G18] a page of another site cannot act with the cookie, but a program with a key can', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const meeting = await createMeeting(priya);
  const evil = { origin: 'http://evil.example' };
  const refused = await priya.post('/api/meetings', {}, evil);
  expect(refused).toMatchObject({ status: 403, body: { type: '/problems/wrong-origin' } });
  expect((await priya.post(`${meeting.path}/finalize`, {}, { origin: 'null' })).status).toBe(403);
  expect((await priya.post(`${meeting.path}/keys/follower/rotate`, {}, { origin: `${url}0` })).status).toBe(403);
  expect((await priya.post('/api/meetings', {}, { origin: url })).status).toBe(201);
  const program = new Caller(url, { authorization: `Bearer ${meeting.keys.facilitator}` });
  expect((await program.post(`${meeting.path}/finalize`, {}, evil)).status).toBe(200);
});

test('[G23] bytes that are no HTTP end that connection and nothing else', async () => {
  const { url } = await testServer();
  const { port } = new URL(url);
  const socket = connect(Number(port), 'localhost');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.write(Uint8Array.from({ length: 500 }, (_, index) => (index * 31) % 256));
  });
  expect(answer).toContain('400');
  expect((await new Caller(url).get('/healthz')).status).toBe(200);
});

test('answers of the API are not kept, not sniffed and not framed', async () => {
  const { url } = await testServer();
  const { headers } = await new Caller(url).get('/healthz');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('referrer-policy')).toBe('same-origin');
});
