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
    mail: null,
    webhookPrivate: false,
  });
  expect(config.dataFolder).toBe(`${process.cwd()}/data`);
  expect(config.limits).toMatchObject({
    frameBytes: 1024 * 1024,
    upgradesPerSecond: 50,
    changesPerSecond: 1_000,
    deliveriesPerHour: 2_000,
    deliveriesPerMeetingHour: 300,
  });
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
  ['DUET_SMTP_URL', 'mail.example', 'smtp://'],
  ['DUET_SMTP_URL', 'http://mail.example', 'smtp://'],
  ['DUET_WEBHOOK_PRIVATE', 'yes', '0, 1'],
])('%s=%s is refused in one line that names it and what is allowed', (variable, value, allowed) => {
  expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} is .*${allowed}[^\n]*$`));
});

test('mail needs a mail server and somebody whom it is from', () => {
  const url = 'smtp://duet:secret@mail.example:587';
  expect(readConfig({ DUET_SMTP_URL: url, DUET_SMTP_FROM: 'Duet <duet@example.com>' }).mail).toEqual({
    url,
    from: 'Duet <duet@example.com>',
  });
  for (const from of [undefined, '', 'Duet', 'duet@', 'Duet <duet@example.com', 'a@b.example, c@d.example']) {
    expect(() => readConfig({ DUET_SMTP_URL: url, DUET_SMTP_FROM: from })).toThrow(/^DUET_SMTP_FROM is [^\n]*address/);
  }
});

test('a wrong mail server is named without its password', () => {
  expect(() => readConfig({ DUET_SMTP_URL: 'http://duet:secret@mail.example' })).toThrow(
    /^DUET_SMTP_URL is "…@mail.example"/,
  );
});
