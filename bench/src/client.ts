import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Room } from './peer.ts';

const EMPTY_UPDATE = Uint8Array.of(0, 0);
const EMPTY_STATE_VECTOR = Uint8Array.of(0);

export const syncFrame = (type: 0 | 1 | 2, payload: Uint8Array): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, type);
    encoding.writeVarUint8Array(encoder, payload);
  });

/** A socket that speaks just enough of the protocol to be served: it keeps no document. */
export class Reader {
  readonly socket: WebSocket;
  readonly room: Room;
  bytes = 0;
  onFrame: ((frame: Buffer) => void) | null = null;

  private constructor(socket: WebSocket, room: Room) {
    this.socket = socket;
    this.room = room;
    socket.binaryType = 'nodebuffer';
    socket.on('message', (frame: Buffer) => {
      this.bytes += frame.byteLength;
      this.onFrame?.(frame);
    });
  }

  /** @param onFrame hears every frame from the first on. */
  static async connect(room: Room, onFrame: Reader['onFrame'] = null): Promise<Reader> {
    const socket = new WebSocket(room.url, { perMessageDeflate: false });
    const reader = new Reader(socket, room);
    reader.onFrame = onFrame;
    await once(socket, 'open');
    for (const frame of room.hello) socket.send(frame);
    const answered = once(socket, 'message');
    reader.send(syncFrame(0, EMPTY_STATE_VECTOR));
    reader.send(syncFrame(1, EMPTY_UPDATE));
    // The raw relay answers nothing: nobody waits for it.
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, 150))]);
    return reader;
  }

  send(frame: Uint8Array): void {
    this.socket.send(this.room.wrap(frame));
  }

  async close(): Promise<void> {
    if (this.socket.readyState === WebSocket.CLOSED) return;
    const closed = once(this.socket, 'close');
    // A paused socket never reads to its end.
    this.socket.resume();
    this.socket.terminate();
    await closed;
  }
}

/** Types marks like `<03:000127>` at the end of a text of its own; each is one update that any reader can find. */
export class Writer {
  readonly #reader: Reader;
  readonly #doc = new Y.Doc();
  readonly #text: Y.Text;
  readonly #name: string;
  readonly #prepared: { readonly mark: string; readonly frame: Uint8Array }[] = [];
  #made = 0;
  #sent = 0;
  #update: Uint8Array = EMPTY_UPDATE;

  constructor(reader: Reader, index: number) {
    this.#reader = reader;
    this.#name = String(index).padStart(2, '0');
    this.#text = this.#doc.getText(`bench-${this.#name}`);
    this.#doc.on('update', (update: Uint8Array) => {
      this.#update = update;
    });
  }

  /** Makes updates ahead, so that the load takes no more of its core than it must while it is measured. */
  prepare(count: number): void {
    for (let n = 0; n < count; n++) {
      const mark = `<${this.#name}:${String(this.#made++).padStart(6, '0')}>`;
      this.#text.insert(this.#text.length, mark);
      this.#prepared.push({ mark, frame: syncFrame(2, this.#update) });
    }
  }

  /** @returns the mark that was typed. */
  type(): string {
    if (this.#sent === this.#made) this.prepare(1);
    const next = this.#prepared[this.#sent++];
    if (!next) throw new Error('nothing was prepared');
    this.#reader.send(next.frame);
    return next.mark;
  }
}

/** The marks in a frame, however the server put updates together. */
export function marksIn(frame: Buffer): readonly string[] {
  return frame.toString('latin1').match(/<\d\d:\d{6}>/g) ?? [];
}
