import { expect, test } from 'vitest';
import { isPublicAddress, publicLookup } from './public-address.ts';

test.each(['93.184.215.14', '172.15.255.255', '172.32.0.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'])(
  '[M34] %s is an address of the public internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ...['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '127.9.9.9', '169.254.169.254', '172.16.0.1', '172.31.255.255'],
  ...['192.168.1.1', '192.0.0.8', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', 'fc00::1', 'fd12::1'],
  ...['fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', '2001::1', 'localhost', ''],
])('[M34] %s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('[M34] a name is looked up into public addresses, one or all of them, or not at all', async () => {
  const found = (host: string, all: boolean) =>
    new Promise((resolve) => publicLookup(host, { all }, (error, address) => resolve(error ? error.name : address)));
  expect(await found('93.184.215.14', false)).toBe('93.184.215.14');
  expect(await found('93.184.215.14', true)).toEqual([{ address: '93.184.215.14', family: 4 }]);
  expect(await found('localhost', true)).toBe('PrivateAddress');
  expect(await found('no-such-host.invalid', true)).toBe('Error');
});
