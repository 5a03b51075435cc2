import { expect, test } from 'vitest';
import { linkAddress } from './link-address.ts';

test.each([
  ['https://example.org/a?b=1&c=%20#d', 'https://example.org/a?b=1&c=%20#d'],
  ['https://example.org/a b/"c"|<d>\\e', 'https://example.org/a%20b/%22c%22%7C%3Cd%3E/e'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['mailto:ann@team.example?subject=a b', 'mailto:ann@team.example?subject=a%20b'],
  ['javascript:alert(1)', null],
  ['nowhere', null],
])('[G25] %s leads to %s', (link, address) => {
  expect(linkAddress({ text: 'x', link })).toBe(address);
});

test('a run without a link leads nowhere', () => {
  expect(linkAddress({ text: 'x' })).toBeNull();
});
