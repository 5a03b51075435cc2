import { expect, test } from 'vitest';
import { Caller, signIn, testServer } from '../testing/harness.ts';

const NOTES = [
  '# Platform sync',
  'Date: 2026-03-18',
  '## Risks',
  '| Risk | Owner | Likelihood | Impact | Mitigation |',
  '| --- | --- | --- | --- | --- |',
  '| Vendor may not deliver | @wen | high | medium | Talk to them |',
  '## Action items',
  '- [ ] @priya schedule the kickoff by 2026-03-20',
].join('\n');

test('[M33] notes become a meeting with its links, and what was recognised is said', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { status, body } = await priya.post('/api/import', NOTES, { 'content-type': 'text/markdown; charset=utf-8' });
  expect(status).toBe(201);
  expect(body).toMatchObject({ title: 'Platform sync', date: '2026-03-18', recognised: { risks: 1, actions: 1 } });
  expect(body.links.facilitator).toContain(`/m/${body.id}#key=`);
  const { body: exported } = await priya.get(`/api/meetings/${body.id}/export.json`);
  expect(exported.risks).toMatchObject([{ risk: 'Vendor may not deliver', owner: 'wen', likelihood: 'high' }]);
  expect(exported.actions).toMatchObject([{ owner: 'priya', due: '2026-03-20' }]);
  expect(exported.facilitators).toContain('Priya');
});

test('[M33] a preview creates nothing', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const { status, body } = await priya.post('/api/import?preview=1', NOTES, { 'content-type': 'text/plain' });
  expect([status, body.title, body.recognised.risks]).toEqual([200, 'Platform sync', 1]);
  expect((await priya.get('/api/meetings')).body.meetings).toEqual([]);
});

test('what cannot be imported is refused in words, and nothing is created', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const plain = { 'content-type': 'text/plain' };
  expect((await new Caller(url).post('/api/import', NOTES, plain)).status).toBe(401);
  expect((await priya.post('/api/import', NOTES, { 'content-type': 'application/pdf' })).status).toBe(415);
  expect((await priya.post('/api/import', '   ', plain)).status).toBe(400);
  expect((await priya.post('/api/import', 'PK\u0003\u0004\u0000\u0000', plain)).status).toBe(400);
  const huge = await priya.post('/api/import', 'x '.repeat(15 * 1024 * 1024), plain);
  expect(huge).toMatchObject({ status: 413, body: { type: '/problems/too-large' } });
  expect((await priya.get('/api/meetings')).body.meetings).toEqual([]);
});
