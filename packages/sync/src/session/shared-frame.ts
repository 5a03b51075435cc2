/**
 * A message to many sockets, framed for the WebSocket protocol (RFC 6455, 5.2) once for all of them: framing it anew
 * and writing header and payload apart is a third of what a small message to one more reader costs.
 */
export interface SharedFrame {
  readonly message: Uint8Array;
  /** Header and message, as a server sends them: whole, binary, not masked. */
  readonly framed: Uint8Array;
}

const FINAL_BINARY = 0x82;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;

export function shareFrame(message: Uint8Array): SharedFrame {
  const header = headerOf(message.byteLength);
  return { message, framed: Buffer.concat([header, message]) };
}

function headerOf(length: number): Buffer {
  if (length < LENGTH_IN_2_BYTES) return Buffer.of(FINAL_BINARY, length);
  if (length <= 0xffff) return Buffer.of(FINAL_BINARY, LENGTH_IN_2_BYTES, length >> 8, length & 0xff);
  const header = Buffer.alloc(10);
  header[0] = FINAL_BINARY;
  header[1] = LENGTH_IN_8_BYTES;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

interface OpenSocket {
  readonly readyState: number;
  readonly OPEN: number;
}

/**
 * A `ws` socket that takes shared frames: its bytes go to the stream that it was made on. Only without compression,
 * which may hold back an earlier message while a later one is written past it.
 */
export function takingFrames<S extends OpenSocket>(
  socket: S,
  stream: { write(bytes: Uint8Array): unknown },
): S & { sendFramed(framed: Uint8Array): void } {
  return Object.assign(socket, {
    sendFramed(framed: Uint8Array): void {
      if (socket.readyState === socket.OPEN) stream.write(framed);
    },
  });
}
