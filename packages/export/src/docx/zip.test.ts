import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip, writeZip } from './zip.ts';

const files = new Map([
  ['word/document.xml', strToU8('<w:t>地図 👏</w:t>'.repeat(100))],
  ['empty.xml', new Uint8Array()],
  ['docProps/größe.xml', strToU8('x')],
]);

test('what is written is read by others, with checksums and names whole', () => {
  const read = unzipSync(writeZip(files));
  expect(Object.entries(read).map(([path, content]) => [path, strFromU8(content)])).toEqual(
    [...files].map(([path, content]) => [path, strFromU8(content)]),
  );
});

test('what others write is read, deflated or stored', () => {
  for (const level of [0, 6] as const) {
    const read = readZip(zipSync(Object.fromEntries(files), { level }));
    expect([...read].map(([path, content]) => [path, strFromU8(content)])).toEqual(
      [...files].map(([path, content]) => [path, strFromU8(content)]),
    );
  }
});

test('equal files are equal bytes; what is no archive is refused', () => {
  expect(writeZip(new Map(files))).toEqual(writeZip(files));
  expect(() => readZip(strToU8('no archive at all, but long enough'))).toThrow('no ZIP archive');
});
