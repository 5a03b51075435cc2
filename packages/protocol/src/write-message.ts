import * as encoding from 'lib0/encoding';
import { AuthType, MessageType, SyncType } from './message-types.ts';

/** The bytes of one frame each. A returned array is never written to again, so one may be sent to many sockets. */

export function step1Message(stateVector: Uint8Array): Uint8Array<ArrayBuffer> {
  return syncMessage(SyncType.step1, stateVector);
}

export function step2Message(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return syncMessage(SyncType.step2, update);
}

export function updateMessage(update: Uint8Array): Uint8Array<ArrayBuffer> {
  return syncMessage(SyncType.update, update);
}

/** `entries` as made by `writeAwareness`. */
export function awarenessMessage(entries: Uint8Array): Uint8Array<ArrayBuffer> {
  return message(MessageType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, entries));
}

export function queryAwarenessMessage(): Uint8Array<ArrayBuffer> {
  return message(MessageType.queryAwareness, () => {});
}

/** Tells a client that what it just sent was not taken. `reason` is a sentence for a person. */
export function deniedMessage(reason: string): Uint8Array<ArrayBuffer> {
  return message(MessageType.auth, (encoder) => {
    encoding.writeVarUint(encoder, AuthType.permissionDenied);
    encoding.writeVarString(encoder, reason);
  });
}

/** Client: "is everything I sent on the disk?" Server: the same payload, once it is. At most 1 KiB. */
export function savedMessage(payload: Uint8Array): Uint8Array<ArrayBuffer> {
  return message(MessageType.saved, (encoder) => encoding.writeVarUint8Array(encoder, payload));
}

/** What an encoder would write, in one piece without copies between: documents are large, and updates never end. */
function syncMessage(type: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = [MessageType.sync, type, ...varUint(payload.byteLength)];
  const bytes = new Uint8Array(head.length + payload.byteLength);
  bytes.set(head);
  bytes.set(payload, head.length);
  return bytes;
}

/** Seven bits a byte, the lowest first; the eighth says that more follow. @param value below 2^31 */
function varUint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest >>= 7) bytes.push((rest & 127) | 128);
  bytes.push(rest);
  return bytes;
}

function message(type: number, body: (encoder: encoding.Encoder) => void): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  body(encoder);
  return encoding.toUint8Array(encoder);
}
