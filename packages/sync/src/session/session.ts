import {
  type ClientMessage,
  CloseCode,
  closeReason,
  deniedMessage,
  isStep2Frame,
  ProtocolError,
  readClientMessage,
  SYNC_HEADER_BYTES,
  savedMessage,
  step1Message,
  step2Message,
  type UpdateMessage,
} from '@duet/protocol';
import type { Counters } from '../counters.ts';
import type { Connection, Limits, Member, SyncSocket } from '../sync-server.ts';
import { TokenBucket } from '../token-bucket.ts';
import { Ledger, type Receipt } from './ledger.ts';
import { Outbox } from './outbox.ts';
import type { SharedFrame } from './shared-frame.ts';

/** What a session asks of its room. */
export interface SessionHost {
  /** An update arrived. `receipt` is settled when nothing of it can be lost. */
  submit(session: Session, message: UpdateMessage, receipt: Receipt): void;
  /** What the room has and the client lacks. @throws when `stateVector` cannot be read. */
  missingFor(stateVector: Uint8Array): Uint8Array;
  /** Whether the client has structs that the room lacks. @throws when `stateVector` cannot be read. */
  lacksSome(stateVector: Uint8Array): boolean;
  mayWrite(session: Session): boolean;
  stateVector(): Uint8Array;
  /** The first frames a session sends: what it asks for, who is here. */
  greet(session: Session): void;
  receiveAwareness(session: Session, update: Uint8Array): void;
  sendAwareness(session: Session): void;
}

/** A client that announced structs we lack is waited for this long before it is told what it lacks itself. */
const HANDSHAKE_MS = 1000;
/** Pings and updates of one socket that may wait. Honest clients keep a handful, and a room that falls behind pauses. */
const LEDGER_LIMIT = 16_384;
/** Frames beside updates (awareness, pings, step 1) may come this much faster than updates. */
const OTHER_FRAMES_FACTOR = 2;
const TERMINATE_MS = 5000;
const TERMINATE_SLOW_MS = 1000;

/**
 * One socket of an admitted member: frames in, checked and counted, frames out.
 *
 * The order of the handshake keeps words alive. A Yjs client that learns that the element it typed into was deleted
 * throws its own text away, and then nobody has it. So a client that has something for us is asked first, and gets
 * the document (and live updates) only after its own part is durable.
 */
export class Session {
  readonly connection: Connection;
  /** Changes with `memberChanged`; null once the membership is revoked. */
  member: Member | null;
  /** Bytes of its updates that wait for missing structs. */
  heldBytes = 0;
  readonly #socket: SyncSocket;
  readonly #limits: Limits;
  readonly #counters: Counters;
  readonly #outbox: Outbox;
  readonly #ledger: Ledger;
  readonly #updates: TokenBucket;
  readonly #others: TokenBucket;
  readonly #bytes: TokenBucket;
  #host: SessionHost | null = null;
  /** Frames that came before the room was loaded. */
  #early: Uint8Array[] = [];
  #firstStep2 = true;
  #ended = false;
  /** The state vector of a step 1 that is not answered yet. */
  #asked: Uint8Array | null = null;
  #handshakeDone = false;
  #handshake: ReturnType<typeof setTimeout> | null = null;

  constructor(socket: SyncSocket, connection: Connection, limits: Limits, counters: Counters) {
    this.#socket = socket;
    this.connection = connection;
    this.member = connection.member;
    this.#limits = limits;
    this.#counters = counters;
    this.#outbox = new Outbox(socket);
    this.#ledger = new Ledger((payload) => this.send(savedMessage(payload)));
    const now = performance.now();
    this.#updates = new TokenBucket(limits.updatesPerSecond, now);
    this.#others = new TokenBucket(limits.updatesPerSecond * OTHER_FRAMES_FACTOR, now);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, now);
    socket.on('message', (data, isBinary) => this.#receive(data, isBinary));
    // A broken frame ends the socket by itself; without a listener the error would end the process.
    socket.on('error', () => {});
    socket.on('close', () => this.#stop());
  }

  get ended(): boolean {
    return this.#ended;
  }

  get bufferedBytes(): number {
    return this.#outbox.bufferedBytes;
  }

  get awarenessPaused(): boolean {
    return this.#outbox.awarenessPaused;
  }

  /** False while the client still owes us what it has: it gets live updates inside the step 2 that follows. */
  get joined(): boolean {
    return this.#asked === null;
  }

  /** The room is loaded: asks for what it lacks, then takes what came meanwhile. */
  open(host: SessionHost): void {
    this.#host = host;
    host.greet(this);
    const early = this.#early;
    this.#early = [];
    for (const frame of early) this.#handle(frame);
  }

  /** Every y-websocket client answers a step 1 with all that the room lacks. */
  askForMissing(): void {
    if (this.#host) this.send(step1Message(this.#host.stateVector()));
  }

  deny(reason: string): void {
    this.#counters.refused.denied++;
    this.send(deniedMessage(reason));
  }

  send(frame: Uint8Array): void {
    if (this.#mayBeSent()) this.#outbox.send(frame);
  }

  sendShared(frame: SharedFrame): void {
    if (this.#mayBeSent()) this.#outbox.sendShared(frame);
  }

  #mayBeSent(): boolean {
    if (this.#ended) return false;
    if (!this.#outbox.tooSlow) return true;
    this.end(CloseCode.slowReader);
    return false;
  }

  /** Reads no more from the socket until `resume`: the other end has to wait. */
  pause(): void {
    if (!this.#ended) this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Closes the socket with a code and a reason (at most 123 bytes) and hears nothing more from it. */
  end(code: CloseCode, reason: string = closeReason[code]): void {
    if (this.#ended) return;
    this.#stop();
    // The answer to the close frame must be read.
    this.resume();
    this.#socket.close(code, reason);
    const grace = code === CloseCode.slowReader ? TERMINATE_SLOW_MS : TERMINATE_MS;
    const timer = setTimeout(() => this.#socket.terminate(), grace);
    this.#socket.once('close', () => clearTimeout(timer));
  }

  #stop(): void {
    this.#ended = true;
    this.#early = [];
    this.#asked = null;
    if (this.#handshake) clearTimeout(this.#handshake);
  }

  #receive(data: unknown, isBinary: boolean): void {
    if (this.#ended) return;
    if (!isBinary || !(data instanceof Uint8Array)) {
      this.#refuseFrame('a text frame is not part of the protocol');
    } else if (this.#admit(data)) {
      if (this.#host) this.#handle(data);
      else this.#early.push(data);
    }
  }

  /** Sizes and rates (G21). The first step 2 brings offline work back in one frame and is exempt from both. */
  #admit(frame: Uint8Array): boolean {
    const { frameBytes, documentBytes } = this.#limits;
    const step2 = isStep2Frame(frame);
    if (step2 && this.#firstStep2) {
      this.#firstStep2 = false;
      return frame.byteLength <= documentBytes + SYNC_HEADER_BYTES || this.#refuseSize(documentBytes);
    }
    if (frame.byteLength > frameBytes) return this.#refuseSize(frameBytes);
    const now = performance.now();
    const bucket = step2 || isUpdateFrame(frame) ? this.#updates : this.#others;
    if (bucket.take(1, now) && this.#bytes.take(frame.byteLength, now) && this.#ledger.length < LEDGER_LIMIT)
      return true;
    this.#counters.refused.rate++;
    this.end(CloseCode.tooFast);
    return false;
  }

  #refuseSize(limit: number): false {
    this.#counters.refused.size++;
    this.end(CloseCode.tooLarge, `a frame exceeds ${limit} bytes; nothing of it was stored`);
    return false;
  }

  #refuseFrame(what: string): void {
    this.#counters.refused.malformed++;
    this.end(CloseCode.badFrame, `${what}; nothing of it was stored`);
  }

  #handle(frame: Uint8Array): void {
    if (this.#ended || !this.#host) return;
    try {
      this.#answer(readClientMessage(frame), this.#host);
    } catch (error) {
      this.#refuseFrame(error instanceof ProtocolError ? error.message : 'the message cannot be read');
    }
  }

  #answer(message: ClientMessage, host: SessionHost): void {
    switch (message.kind) {
      case 'step1':
        this.#onStep1(message.stateVector, host);
        break;
      case 'step2':
        host.submit(this, message, this.#step2Receipt());
        break;
      case 'update':
        host.submit(this, message, this.#ledger.update());
        break;
      case 'awareness':
        host.receiveAwareness(this, message.update);
        break;
      case 'query-awareness':
        host.sendAwareness(this);
        break;
      case 'saved':
        this.#ledger.ping(message.payload);
        break;
    }
  }

  #onStep1(stateVector: Uint8Array, host: SessionHost): void {
    this.#asked = stateVector.slice();
    if (this.#handshakeDone || !host.lacksSome(stateVector) || !host.mayWrite(this)) {
      this.#sendDocument();
    } else {
      this.#handshake ??= setTimeout(() => this.#finishHandshake(), HANDSHAKE_MS);
    }
  }

  #step2Receipt(): Receipt {
    const receipt = this.#ledger.update();
    return {
      settle: () => {
        receipt.settle();
        this.#finishHandshake();
      },
    };
  }

  #finishHandshake(): void {
    this.#handshakeDone = true;
    if (this.#handshake) clearTimeout(this.#handshake);
    this.#sendDocument();
  }

  #sendDocument(): void {
    if (!this.#asked || !this.#host || this.#ended || this.#outbox.sendingDocument) return;
    const missing = this.#host.missingFor(this.#asked);
    this.#asked = null;
    this.#outbox.sendDocument(step2Message(missing), () => this.#sendDocument());
  }
}

function isUpdateFrame(frame: Uint8Array): boolean {
  return frame[0] === 0 && frame[1] !== 0;
}
