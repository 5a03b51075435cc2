import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unpackedOnce } from './unpacked-fonts.ts';

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duet-fonts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a font is unpacked once, for all who ask after; another source or way is another font', async () => {
  const folder = await temporaryFolder();
  const made: string[] = [];
  const ask = async (source: string, how: string, name: string): Promise<string> => {
    const unpack = async () => {
      made.push(name);
      return Buffer.from(name);
    };
    return String(await unpackedOnce(Buffer.from(source), how, unpack, folder));
  };
  expect(await ask('font', 'a', 'first')).toBe('first');
  expect(await ask('font', 'a', 'again')).toBe('first');
  expect(await ask('font', 'b', 'other way')).toBe('other way');
  expect(await ask('other font', 'a', 'other source')).toBe('other source');
  expect(made).toEqual(['first', 'other way', 'other source']);
});

test('one that could not be unpacked is tried again, and a folder that cannot be written is no obstacle', async () => {
  const font = Buffer.from('font');
  const folder = await temporaryFolder();
  const fails = () => Promise.reject(new Error('no memory'));
  await expect(unpackedOnce(font, 'a', fails, folder)).rejects.toThrow('no memory');
  const unpack = async () => Buffer.from('now');
  expect(String(await unpackedOnce(font, 'a', unpack, folder))).toBe('now');
  expect(String(await unpackedOnce(font, 'a', unpack, '/dev/null/nowhere'))).toBe('now');
});
