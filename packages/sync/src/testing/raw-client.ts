import { once } from 'node:events';
import {
  type AwarenessEntry,
  awarenessMessage,
  MessageType,
  queryAwarenessMessage,
  readAwareness,
  SyncType,
  savedMessage,
  step1Message,
  step2Message,
  updateMessage,
  writeAwareness,
} from '@duet/protocol';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Member } from '../sync-server.ts';
import { member, SCHEMA } from './test-server.ts';

export type ServerMessage =
  | { readonly kind: 'step1'; readonly bytes: Uint8Array }
  | { readonly kind: 'step2'; readonly bytes: Uint8Array }
  | { readonly kind: 'update'; readonly bytes: Uint8Array }
  | { readonly kind: 'saved'; readonly bytes: Uint8Array }
  | { readonly kind: 'awareness'; readonly entries: readonly AwarenessEntry[] }
  | { readonly kind: 'denied'; readonly reason: string };

export interface RawClientOptions {
  readonly member?: Member;
  /** null: names none. */
  readonly schema?: string | null;
  readonly address?: string;
}

/** Speaks the protocol frame by frame and keeps everything it is told. It answers nothing by itself. */
export class RawClient {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  /** Resolves when the server has closed the socket. */
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #waiters = new Set<() => void>();
  #pings = 0;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
    });
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => {
      this.messages.push(readServerMessage(data));
      for (const waiter of [...this.#waiters]) waiter();
    });
  }

  static async connect(url: string, document: string, options: RawClientOptions = {}): Promise<RawClient> {
    const address = new URL(`${url}/${document}`);
    address.searchParams.set('member', JSON.stringify(options.member ?? member('ann')));
    if (options.schema !== null) address.searchParams.set('schema', options.schema ?? SCHEMA);
    if (options.address) address.searchParams.set('address', options.address);
    const client = new RawClient(new WebSocket(address));
    await once(client.socket, 'open');
    return client;
  }

  send(bytes: Uint8Array): void {
    this.socket.send(bytes);
  }

  update(update: Uint8Array): void {
    this.send(updateMessage(update));
  }

  step2(update: Uint8Array): void {
    this.send(step2Message(update));
  }

  awareness(client: number, clock: number, state: object | null): void {
    this.send(awarenessMessage(writeAwareness([{ client, clock, json: JSON.stringify(state) }])));
  }

  /** Resolves when everything sent before is durable. */
  async saved(): Promise<void> {
    const payload = new TextEncoder().encode(`ping ${this.#pings++}`);
    this.send(savedMessage(payload));
    await this.next('saved', ({ bytes }) => Buffer.compare(bytes, payload) === 0);
  }

  /** Resolves when the server has read everything sent before. */
  async read(): Promise<void> {
    const seen = this.messages.length;
    this.send(queryAwarenessMessage());
    await this.next('awareness', undefined, seen);
  }

  /** The server's state as seen by this client. */
  async document(doc = new Y.Doc()): Promise<Y.Doc> {
    const seen = this.messages.length;
    this.send(step1Message(Y.encodeStateVector(doc)));
    const { bytes } = await this.next('step2', undefined, seen);
    Y.applyUpdate(doc, bytes);
    return doc;
  }

  /** The first message of a kind, from number `from` on, now or later. */
  async next<K extends ServerMessage['kind']>(
    kind: K,
    fits: (message: Extract<ServerMessage, { kind: K }>) => boolean = () => true,
    from = 0,
  ): Promise<Extract<ServerMessage, { kind: K }>> {
    const matches = (message: ServerMessage): message is Extract<ServerMessage, { kind: K }> =>
      message.kind === kind && fits(message as Extract<ServerMessage, { kind: K }>);
    for (;;) {
      const found = this.messages.slice(from).find(matches);
      if (found) return found;
      await this.#news();
    }
  }

  /** Resolves with the next message, rejects when the socket closes first. */
  #news(): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter = () => {
        this.#waiters.delete(waiter);
        resolve();
      };
      this.#waiters.add(waiter);
      this.closed.then(({ code, reason }) => reject(new Error(`closed with ${code} ${reason}`)), reject);
    });
  }

  close(): void {
    this.socket.close();
  }
}

function readServerMessage(frame: Uint8Array): ServerMessage {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readVarUint(decoder);
  if (type === MessageType.sync) {
    const syncType = decoding.readVarUint(decoder);
    const kind = syncType === SyncType.step1 ? 'step1' : syncType === SyncType.step2 ? 'step2' : 'update';
    return { kind, bytes: decoding.readVarUint8Array(decoder) };
  }
  if (type === MessageType.awareness) {
    return { kind: 'awareness', entries: readAwareness(decoding.readVarUint8Array(decoder)) };
  }
  if (type === MessageType.auth) {
    decoding.readVarUint(decoder);
    return { kind: 'denied', reason: decoding.readVarString(decoder) };
  }
  if (type === MessageType.saved) return { kind: 'saved', bytes: decoding.readVarUint8Array(decoder) };
  throw new Error(`the server sent message type ${type}`);
}
