import { expect, test } from 'vitest';
import { readConfig } from '../config/config.ts';
import { Caller, signIn, testServer } from '../testing/harness.ts';

test('[G21] an address that changes too much at once is told to wait; others, and reading, go on', async () => {
  const { limits } = readConfig({});
  const config = { trustProxy: true, limits: { ...limits, changesPerSecond: 2 } };
  const { url } = await testServer({ config });
  const flood = new Caller(url, { 'x-forwarded-for': '10.0.0.7' });
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => flood.post('/api/session', { name: `P${i}`, side: 'product' })),
  );
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.some(({ status }) => status === 201)).toBe(true);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.headers.get('content-type')).toBe('application/problem+json');
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  expect(refused[0]?.body).toMatchObject({ type: '/problems/too-fast', status: 429 });
  expect((await flood.get('/api/session')).status).toBe(200);
  const priya = await signIn(url, 'Priya');
  expect((await priya.post('/api/meetings', {})).status).toBe(201);
});
