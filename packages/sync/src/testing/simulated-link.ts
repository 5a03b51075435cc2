import { EventEmitter } from 'node:events';
import type { SyncSocket } from '../sync-server.ts';

/** What the client's side of a link does by itself. */
interface ClientEnd {
  readonly onFrame?: (frame: Uint8Array) => void;
  readonly onCut?: () => void;
}

/**
 * A connection whose frames move only when the simulation says so. It keeps their order, as TCP does, and loses what
 * is under way when it is cut.
 */
export class SimulatedLink {
  readonly #client: ClientEnd;
  readonly server = new ServerEnd(this);
  readonly toServer: Uint8Array[] = [];
  readonly toClient: Uint8Array[] = [];
  /** Why the server closed it. */
  closedBy: number | null = null;
  up = true;

  constructor(client: ClientEnd = {}) {
    this.#client = client;
  }

  /** @returns the next frame for the client, handed over. */
  deliverToClient(): Uint8Array | null {
    const frame = (this.up && this.toClient.shift()) || null;
    if (frame) this.#client.onFrame?.(frame);
    return frame;
  }

  deliverToServer(): Uint8Array | null {
    const frame = (this.up && this.toServer.shift()) || null;
    if (frame) this.server.emit('message', frame, true);
    return frame;
  }

  /** Both ends learn of it; frames under way are gone. */
  cut(): void {
    if (!this.up) return;
    this.up = false;
    this.server.emit('close');
    this.#client.onCut?.();
  }
}

class ServerEnd extends EventEmitter implements SyncSocket {
  readonly #link: SimulatedLink;

  constructor(link: SimulatedLink) {
    super();
    this.#link = link;
  }

  get bufferedAmount(): number {
    return this.#link.toClient.reduce((sum, frame) => sum + frame.byteLength, 0);
  }

  send(data: Uint8Array, _options: object, sent?: () => void): void {
    // The server may reuse what it sent: a real socket copies it into the kernel.
    if (this.#link.up) this.#link.toClient.push(data.slice());
    if (sent) queueMicrotask(sent);
  }

  pause(): void {}

  resume(): void {}

  ping(): void {
    this.emit('pong');
  }

  close(code: number): void {
    this.#link.closedBy = code;
    queueMicrotask(() => this.#link.cut());
  }

  terminate(): void {
    this.#link.cut();
  }
}
