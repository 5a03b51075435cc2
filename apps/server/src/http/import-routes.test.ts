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
  expect(body.samples).toMatchObject({ risks: ['Vendor may not deliver'], decisions: [] });
  expect((await priya.get('/api/meetings')).body.meetings).toEqual([]);
});

test('[M33] [M35] imported into a series, notes are what its next meeting goes on from; earlier ones are refused', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const type = { 'content-type': 'text/markdown' };
  const { body: series } = await priya.post('/api/series', { title: 'Platform' });
  const { body: imported } = await priya.post(`/api/import?seriesId=${series.id}`, NOTES, type);
  expect(imported).toMatchObject({ title: 'Platform sync', date: '2026-03-18' });
  const { body: next } = await priya.post(`/api/series/${series.id}/next`, {});
  const { body: notes } = await priya.get(`/api/meetings/${next.id}/export.json`);
  expect(notes).toMatchObject({ date: '2026-03-25', actions: [{ owner: 'priya', carried: 1 }] });

  const earlier = await priya.post(`/api/import?seriesId=${series.id}`, NOTES, type);
  expect(earlier).toMatchObject({ status: 400, body: { detail: expect.stringContaining('2026-03-25') } });
  const wen = await signIn(url, 'Wen');
  expect((await wen.post(`/api/import?seriesId=${series.id}&date=2026-04-01`, NOTES, type)).status).toBe(403);
  expect((await priya.get('/api/meetings')).body.meetings).toHaveLength(2);
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

test('[M33] whoever imports may say another title and day', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const type = { 'content-type': 'text/markdown' };
  const { body } = await priya.post('/api/import?title=Pier%20sync&date=2026-04-01', NOTES, type);
  expect(body).toMatchObject({ title: 'Pier sync', date: '2026-04-01' });
  const refused = await priya.post('/api/import?date=tomorrow', NOTES, type);
  expect(refused).toMatchObject({ status: 400, body: { detail: expect.stringContaining('a real day') } });
  expect((await priya.get('/api/meetings')).body.meetings).toHaveLength(1);
});

test('[M33] a file says by its first bytes that it is UTF-16; other bytes that are no UTF-8 are refused', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const preview = (bytes: Buffer<ArrayBuffer>) =>
    priya.post('/api/import?preview=1', new Blob([bytes]), { 'content-type': 'text/markdown' });
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(NOTES, 'utf16le')]);
  expect((await preview(utf16)).body).toMatchObject({ title: 'Platform sync' });
  expect((await preview(Buffer.from('# Grüße', 'latin1'))).body).toMatchObject({
    type: '/problems/bad-request',
    detail: expect.stringContaining('UTF-8'),
  });
  expect((await preview(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0xff]))).body).toMatchObject({
    detail: expect.stringContaining('not a text file'),
  });
});

test('[G23] others are served while a large text is read', async () => {
  const { url } = await testServer();
  const priya = await signIn(url, 'Priya');
  const rows = Array.from(
    { length: 3_000 },
    (_, index) => `| Item ${index} | in progress | on track | | Said by nobody |`,
  );
  const large = [
    '# Sync\n\n- **Duration:** 45 min\n\n## Roadmap status <!-- roadmap -->\n',
    '| Feature | Progress | Health | Target | Notes |\n| - | - | - | - | - |',
    ...rows,
  ].join('\n');
  const order: string[] = [];
  const importing = priya.post('/api/import?preview=1', large, { 'content-type': 'text/markdown' }).then(({ body }) => {
    order.push('read');
    expect(body.recognised.roadmap).toBe(3_000);
  });
  for (let asked = 0; asked < 3; asked++) expect((await new Caller(url).get('/healthz')).status).toBe(200);
  order.push('asked');
  await importing;
  expect(order).toEqual(['asked', 'read']);
});
