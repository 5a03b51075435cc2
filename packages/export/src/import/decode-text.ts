import { ImportError } from './import-error.ts';

/** The bytes of a text file: UTF-8, or UTF-16 where they begin with its mark. @throws ImportError for any other bytes. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(bytes.includes(0) ? 'not-text' : 'not-unicode');
  }
}
