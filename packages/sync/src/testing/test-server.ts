import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { defaultLimits } from '@duet/protocol';
import type { DocumentStore } from '@duet/storage';
import { openSimulatedStore } from '@duet/storage/testing';
import { WebSocketServer } from 'ws';
import type * as Y from 'yjs';
import { createSyncServer } from '../create-sync-server.ts';
import { takingFrames } from '../session/shared-frame.ts';
import type {
  LateUpdate,
  Limits,
  Logger,
  Member,
  RescuedText,
  RoomSettings,
  SyncServer,
  SyncServerOptions,
} from '../sync-server.ts';

export const SCHEMA = '1';

export interface TestServerOptions {
  readonly store?: DocumentStore;
  readonly limits?: Partial<Limits>;
  readonly idleMs?: number;
  readonly settings?: (document: string) => Promise<RoomSettings>;
  readonly onRescue?: SyncServerOptions['onRescue'];
  readonly onLateUpdate?: SyncServerOptions['onLateUpdate'];
}

/** A sync server behind real sockets. Members and schema come from the address, as a test wants them. */
export interface TestServer {
  readonly url: string;
  readonly sync: SyncServer;
  readonly store: DocumentStore;
  readonly rescued: readonly RescuedText[];
  readonly late: readonly LateUpdate[];
  readonly fatal: readonly Error[];
  readonly warnings: readonly string[];
  /** Makes a document, as the owner of documents does before anyone connects. */
  create(document: string, change?: (doc: Y.Doc) => void): Promise<void>;
  close(): Promise<void>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const store = options.store ?? (await openSimulatedStore());
  const rescued: RescuedText[] = [];
  const late: LateUpdate[] = [];
  const fatal: Error[] = [];
  const warnings: string[] = [];
  const sync = createSyncServer({
    store,
    logger: recordingLogger(warnings),
    limits: { ...defaultLimits, ...options.limits },
    settings: options.settings ?? (async () => ({ schema: SCHEMA, locked: false })),
    onRescue: options.onRescue ?? (async (text) => void rescued.push(text)),
    onLateUpdate: options.onLateUpdate ?? (async (update) => void late.push(update)),
    onFatal: (error) => fatal.push(error),
    ...(options.idleMs === undefined ? {} : { idleMs: options.idleMs }),
  });
  const sockets = new WebSocketServer({ host: '127.0.0.1', port: 0, maxPayload: 32 * 1024 * 1024 });
  await once(sockets, 'listening');
  sockets.on('connection', (socket, { url, socket: stream }) => {
    const { pathname, searchParams } = new URL(url ?? '/', 'ws://localhost');
    sync.accept(takingFrames(socket, stream), {
      document: pathname.slice(1),
      member: JSON.parse(searchParams.get('member') ?? '{}') as Member,
      schema: searchParams.get('schema'),
      address: searchParams.get('address') ?? '127.0.0.1',
    });
  });
  return {
    url: `ws://127.0.0.1:${(sockets.address() as AddressInfo).port}`,
    sync,
    store,
    rescued,
    late,
    fatal,
    warnings,
    create: async (document, change = () => {}) => {
      await store.commit([{ kind: 'record', document, name: 'made', value: new Uint8Array() }]);
      await sync.edit(document, 'server', change);
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await sync.close();
      await new Promise((resolve) => sockets.close(resolve));
    },
  };
}

export function member(id: string, more: Partial<Member> = {}): Member {
  return {
    id,
    name: id,
    color: '#336699',
    side: 'product',
    role: 'participant',
    mayWrite: true,
    isPerson: true,
    ...more,
  };
}

export function follower(id: string): Member {
  return member(id, { role: 'follower', mayWrite: false });
}

function recordingLogger(lines: string[]): Logger {
  const record = (_fields: object, message: string) => void lines.push(message);
  return { debug: () => {}, info: () => {}, warn: record, error: record };
}
