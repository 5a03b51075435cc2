import * as decoding from 'lib0/decoding';
import { SAVED_PAYLOAD_BYTES } from './limits.ts';
import { MessageType, SyncType } from './message-types.ts';
import { ProtocolError } from './protocol-error.ts';

/** What a client may say. Byte arrays are views into the frame: copy what outlives it. */
export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | UpdateMessage
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  | { readonly kind: 'saved'; readonly payload: Uint8Array };

export interface UpdateMessage {
  readonly kind: 'step2' | 'update';
  readonly update: Uint8Array;
}

/**
 * Reads one frame. Every length is checked against the frame before it is used, and nothing may follow the message.
 * @throws ProtocolError for anything that is not exactly one message.
 */
export function readClientMessage(frame: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(frame);
  const message = readBody(decoder);
  if (decoding.hasContent(decoder)) throw new ProtocolError('bytes follow the message');
  return message;
}

function readBody(decoder: decoding.Decoder): ClientMessage {
  const type = readLength(decoder);
  switch (type) {
    case MessageType.sync:
      return readSync(decoder);
    case MessageType.awareness:
      return { kind: 'awareness', update: readBytes(decoder) };
    case MessageType.queryAwareness:
      return { kind: 'query-awareness' };
    case MessageType.saved: {
      const payload = readBytes(decoder);
      if (payload.byteLength > SAVED_PAYLOAD_BYTES) throw new ProtocolError('the payload of the ping is too long');
      return { kind: 'saved', payload };
    }
    default:
      throw new ProtocolError(`message type ${type} is unknown`);
  }
}

function readSync(decoder: decoding.Decoder): ClientMessage {
  const type = readLength(decoder);
  switch (type) {
    case SyncType.step1:
      return { kind: 'step1', stateVector: readBytes(decoder) };
    case SyncType.step2:
      return { kind: 'step2', update: readBytes(decoder) };
    case SyncType.update:
      return { kind: 'update', update: readBytes(decoder) };
    default:
      throw new ProtocolError(`sync type ${type} is unknown`);
  }
}

/** Whether a frame is a sync step 2, told from its first two bytes: the one frame that may exceed the frame limit. */
export function isStep2Frame(frame: Uint8Array): boolean {
  return frame[0] === MessageType.sync && frame[1] === SyncType.step2;
}

/** A length and that many bytes, as a view into the frame. */
export function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = readLength(decoder);
  if (length > decoder.arr.byteLength - decoder.pos) throw new ProtocolError('a length exceeds the frame');
  return decoding.readUint8Array(decoder, length);
}

/** A varUint that is a safe integer. */
export function readLength(decoder: decoding.Decoder): number {
  let value: number;
  try {
    value = decoding.readVarUint(decoder);
  } catch (error) {
    throw new ProtocolError('a number is cut off or too large', { cause: error });
  }
  if (!Number.isSafeInteger(value)) throw new ProtocolError('a number is too large');
  return value;
}
