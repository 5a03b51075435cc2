import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';
import { isOwnOrigin, ownOrigin } from './origin.ts';

const behindProxy = { publicOrigin: null, trustProxy: true };
const headers = {
  host: '127.0.0.1:4000',
  'x-forwarded-host': 'evil.example, duet.example',
  'x-forwarded-proto': 'http, https',
  'x-forwarded-for': '6.6.6.6, 10.0.0.7',
};

test('[G18] of what was forwarded only what the proxy itself wrote counts, for the address and for the origin', () => {
  const request = Object.assign(new IncomingMessage(new Socket()), { headers });
  expect([ownOrigin(headers, behindProxy), clientAddress(request, true)]).toEqual(['https://duet.example', '10.0.0.7']);
  expect(isOwnOrigin({ ...headers, origin: 'http://evil.example' }, behindProxy)).toBe(false);
  expect(isOwnOrigin({ ...headers, origin: 'https://duet.example' }, behindProxy)).toBe(true);
});

test('[G18] without a trusted proxy nothing that was forwarded counts', () => {
  const request = Object.assign(new IncomingMessage(new Socket()), { headers });
  expect(ownOrigin(headers, { publicOrigin: null, trustProxy: false })).toBe('http://127.0.0.1:4000');
  expect(clientAddress(request, false)).toBe('unknown');
});
