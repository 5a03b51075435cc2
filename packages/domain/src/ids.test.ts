import { expect, it, vi } from 'vitest';
import { isDocumentName, newId } from './ids.ts';

it('[G25] an id never begins with a dash, which spreadsheets and commands read as more than a letter', () => {
  const random = vi.spyOn(crypto, 'getRandomValues');
  const dash = 62;
  random.mockImplementationOnce((bytes) => Object.assign(bytes ?? new Uint8Array(), { 0: dash }));
  expect(newId(22)).toMatch(/^[A-Za-z0-9_]/);
  expect(random).toHaveBeenCalledTimes(2);
  random.mockRestore();
});

it('[G20] a long id is the name of a document', () => {
  expect(isDocumentName(newId(22))).toBe(true);
});
