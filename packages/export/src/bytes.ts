const encoder = new TextEncoder();

/** UTF-8. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
