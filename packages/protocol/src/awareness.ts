import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { ProtocolError } from './protocol-error.ts';
import { readBytes, readLength } from './read-message.ts';

/** One client's state in an awareness update: `[client, clock, JSON]`, where the JSON `null` means it left. */
export interface AwarenessEntry {
  readonly client: number;
  readonly clock: number;
  /** The state as JSON text; `null` when the client left. */
  readonly json: string;
}

/** @throws ProtocolError for a truncated or overlong update. The JSON is not parsed. */
export function readAwareness(update: Uint8Array): AwarenessEntry[] {
  const decoder = decoding.createDecoder(update);
  const count = readLength(decoder);
  const entries: AwarenessEntry[] = [];
  for (let i = 0; i < count; i++) {
    const client = readLength(decoder);
    const clock = readLength(decoder);
    entries.push({ client, clock, json: readText(decoder) });
  }
  if (decoding.hasContent(decoder)) throw new ProtocolError('bytes follow the awareness update');
  return entries;
}

export function writeAwareness(entries: readonly AwarenessEntry[]): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const { client, clock, json } of entries) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readText(decoder: decoding.Decoder): string {
  try {
    return utf8.decode(readBytes(decoder));
  } catch (error) {
    throw new ProtocolError('a text is cut off or not UTF-8', { cause: error });
  }
}
