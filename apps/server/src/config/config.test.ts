import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without variables it serves on this machine only, on port 4000, with the limits of G21', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    port: 4000,
    host: '127.0.0.1',
    publicOrigin: null,
    trustProxy: false,
    logLevel: 'info',
  });
  expect(config.dataFolder).toBe(`${process.cwd()}/data`);
  expect(config.limits).toMatchObject({ frameBytes: 1024 * 1024, upgradesPerSecond: 50, changesPerSecond: 1_000 });
});

test('DUET_LIMITS overrides what it names', () => {
  const { limits } = readConfig({ DUET_LIMITS: '{"frameBytes":2048,"upgradesPerSecond":7}' });
  expect(limits).toMatchObject({ frameBytes: 2048, upgradesPerSecond: 7, documentBytes: 20_000_000 });
});

test.each([
  ['PORT', 'http', '0 to 65535'],
  ['PORT', '65536', '0 to 65535'],
  ['PORT', '-1', '0 to 65535'],
  ['PORT', '4000.5', '0 to 65535'],
  ['HOST', 'not a host', 'address or host name'],
  ['DUET_PUBLIC_URL', 'duet.example', 'http or https'],
  ['DUET_PUBLIC_URL', 'ftp://duet.example', 'http or https'],
  ['DUET_PUBLIC_URL', 'https://duet.example/path', 'without a path'],
  ['DUET_LIMITS', '{', 'JSON object'],
  ['DUET_LIMITS', '[]', 'JSON object'],
  ['DUET_LIMITS', '{"frameBytes":0}', 'above 0'],
  ['DUET_LIMITS', '{"frameBytes":"1"}', 'above 0'],
  ['DUET_LIMITS', '{"frames":1}', 'connectionsPerDocument'],
  ['DUET_TRUST_PROXY', 'yes', '0, 1'],
  ['LOG_LEVEL', 'loud', 'fatal, error, warn, info'],
])('%s=%s is refused in one line that names it and what is allowed', (variable, value, allowed) => {
  expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} is .*${allowed}[^\n]*$`));
});
