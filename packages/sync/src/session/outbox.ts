import type { SyncSocket } from '../sync-server.ts';
import type { SharedFrame } from './shared-frame.ts';

const MiB = 1024 * 1024;
/** Beyond this, awareness waits: only its newest state matters (G22). */
const AWARENESS_PAUSE_BYTES = MiB;
/** Beyond this the reader is given up: it can catch up with one step 2 when it comes back. */
const SLOW_READER_BYTES = 4 * MiB;

const frameOptions = { binary: true, compress: false };

/**
 * The sending side of a socket. A whole document (a step 2) is as large as it is; only what piles up beside it counts
 * against the reader.
 */
export class Outbox {
  readonly #socket: SyncSocket;
  #documentBytes = 0;

  constructor(socket: SyncSocket) {
    this.#socket = socket;
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  get awarenessPaused(): boolean {
    return this.#piledUp() > AWARENESS_PAUSE_BYTES;
  }

  get tooSlow(): boolean {
    return this.#piledUp() > SLOW_READER_BYTES;
  }

  /** A document is still on its way to this reader. */
  get sendingDocument(): boolean {
    return this.#documentBytes > AWARENESS_PAUSE_BYTES;
  }

  send(frame: Uint8Array): void {
    this.#socket.send(frame, frameOptions);
  }

  sendShared({ message, framed }: SharedFrame): void {
    if (this.#socket.sendFramed) this.#socket.sendFramed(framed);
    else this.send(message);
  }

  /** @param sent called when the socket has handed the frame to the network, or has ended. */
  sendDocument(frame: Uint8Array, sent: () => void): void {
    this.#documentBytes += frame.byteLength;
    this.#socket.send(frame, frameOptions, () => {
      this.#documentBytes -= frame.byteLength;
      sent();
    });
  }

  #piledUp(): number {
    return this.#socket.bufferedAmount - this.#documentBytes;
  }
}
