const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A random id of `length` characters from 64 (6 bits each). 12 suffice within a document, 22 for a secret name.
 * None begins with a dash: a command would read it as an option, and a cell of a CSV file must not begin so (G25).
 */
export function newId(length = 12): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  const id = Array.from(bytes, (byte) => ALPHABET[byte & 63]).join('');
  return id.startsWith('-') ? newId(length) : id;
}

/** Names of documents are minted by the server (G20). */
export function isDocumentName(name: string): boolean {
  return /^[A-Za-z0-9_-]{16,64}$/.test(name);
}
