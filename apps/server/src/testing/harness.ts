import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role, Side } from '@duet/domain';
import { openLevelStore } from '@duet/storage/level';
import { onTestFinished } from 'vitest';
import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Config, readConfig } from '../config/config.ts';
import type { Duet } from '../duet.ts';
import type { QueueOptions } from '../follow-up/queue.ts';
import { newLog } from '../log.ts';
import { startServer } from '../server.ts';
import { wireDuet } from '../wire-duet.ts';

/** A folder that goes away with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duet-server-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestServer {
  readonly url: string;
  readonly duet: Duet;
  stop(): Promise<void>;
}

interface TestServerOptions {
  readonly config?: Partial<Config>;
  readonly pageFolder?: string;
  readonly now?: () => Date;
  readonly followUps?: QueueOptions;
}

/** A real server on a free port over a real LevelDB folder; stopped with the test. */
export async function testServer({
  config,
  pageFolder = '/nowhere',
  now,
  followUps,
}: TestServerOptions = {}): Promise<TestServer> {
  const settings: Config = {
    ...readConfig({}),
    port: 0,
    dataFolder: config?.dataFolder ?? (await temporaryFolder()),
    ...config,
  };
  const log = newLog('silent');
  const store = await openLevelStore({ folder: settings.dataFolder, logger: log });
  const duet = wireDuet({
    config: settings,
    store,
    log,
    onFatal: (error) => {
      throw error;
    },
    ...(now && { now }),
    ...(followUps && { followUps }),
  });
  const server = await startServer({ duet, pageFolder });
  let stopped: Promise<void> | null = null;
  const stop = () => {
    stopped ??= server.stop().then(() => store.close());
    return stopped;
  };
  onTestFinished(stop);
  return { url: server.url, duet, stop };
}

// biome-ignore lint/suspicious/noExplicitAny: answers are asserted on, not typed
type Json = any;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
  readonly bytes: Uint8Array;
}

/** Somebody with a browser's cookie, or a program with a key. */
export class Caller {
  readonly url: string;
  readonly headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = headers;
  }

  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...headers },
      ...(body !== undefined && {
        body: typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
      }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    if (cookie) this.headers.cookie = cookie;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isJson = response.headers.get('content-type')?.includes('json');
    const text = Buffer.from(bytes).toString();
    return { status: response.status, headers: response.headers, bytes, body: isJson ? JSON.parse(text) : text };
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.request('GET', path, undefined, headers);
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.request('POST', path, body, headers);
  }
}

export async function signIn(url: string, name: string, side: Side = 'product'): Promise<Caller & { id: string }> {
  const caller = new Caller(url);
  const { body } = await caller.post('/api/session', { name, side });
  return Object.assign(caller, { id: body.id as string });
}

export function keyCaller(url: string, key: string): Caller {
  return new Caller(url, { authorization: `Bearer ${key}` });
}

export interface TestMeeting {
  readonly id: string;
  readonly keys: Readonly<Record<Role, string>>;
  readonly path: string;
}

export async function createMeeting(host: Caller, details: object = {}): Promise<TestMeeting> {
  const { body } = await host.post('/api/meetings', details);
  return { id: body.id, keys: body.keys, path: `/api/meetings/${body.id}` };
}

export interface Closed {
  readonly code: number;
  readonly reason: string;
  /** Frames that came before. */
  readonly frames: number;
}

/** Opens a bare socket and waits until the server closes it. @throws with the HTTP status when it is refused by HTTP. */
export function closing(url: string, path: string, headers: Record<string, string> = {}): Promise<Closed> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url.replace('http', 'ws') + path, { headers });
    let frames = 0;
    socket.on('message', () => frames++);
    socket.on('unexpected-response', (_request, response) => reject(new Error(`HTTP ${response.statusCode}`)));
    socket.on('error', reject);
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString(), frames }));
  });
}

export interface LiveDoc {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** Resolves when the socket is closed, with its code. */
  readonly closed: Promise<number>;
  /** Resolves when everything written so far is on the server's disk. */
  saved(): Promise<void>;
}

export interface LiveOptions {
  readonly key?: string;
  readonly schema?: string | null;
  readonly headers?: Record<string, string>;
  readonly doc?: Y.Doc;
}

const AUTH = 2;
const SAVED = 102;

/** The document as a stock y-websocket client holds it, synced. */
export async function liveDoc(url: string, id: string, options: LiveOptions = {}): Promise<LiveDoc> {
  const { key, schema = '1', headers = {}, doc = new Y.Doc() } = options;
  class Socket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers });
    }
  }
  const params = { ...(key !== undefined && { key }), ...(schema !== null && { schema }) };
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, doc, {
    params,
    disableBc: true,
    WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
  });
  onTestFinished(() => provider.destroy());
  // A refusal is an auth message; the stock handler writes it to the console.
  provider.messageHandlers[AUTH] = () => {};
  const answers: (() => void)[] = [];
  provider.messageHandlers[SAVED] = () => answers.shift()?.();
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => {
      provider.shouldConnect = false;
      resolve(event?.code ?? 0);
    });
  });
  await new Promise<void>((resolve) => provider.on('sync', (synced: boolean) => synced && resolve()));
  const saved = () =>
    new Promise<void>((resolve) => {
      answers.push(resolve);
      provider.ws?.send(Uint8Array.of(SAVED, 0));
    });
  return { doc, provider, closed, saved };
}

/** Waits for what another client's edit brings about. */
export function until(doc: Y.Doc, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      doc.off('update', look);
      resolve();
    };
    doc.on('update', look);
    look();
  });
}
