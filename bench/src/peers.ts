import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as encoding from 'lib0/encoding';
import type { Peer } from './peer.ts';

const peersFolder = fileURLToPath(new URL('../peers/', import.meta.url));
const duetMain = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const asIs = (frame: Uint8Array): Uint8Array => frame;

export const duet: Peer = {
  name: 'Duet',
  durable: true,
  // The option of `npm start`, which runs this file in its own process.
  command: ['--max-semi-space-size=8', duetMain, 'serve'],
  environment: (data, port) => ({
    DUET_DATA: data,
    PORT: String(port),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error',
    // The load comes from one address and types faster than people do.
    DUET_LIMITS: JSON.stringify({
      connectionsPerDocument: 5_000,
      connectionsPerAddress: 5_000,
      upgradesPerSecond: 5_000,
      updatesPerSecond: 1_000_000,
      bytesPerSecond: 1_000_000_000,
    }),
  }),
  open: async (port) => {
    const origin = `http://127.0.0.1:${port}`;
    const post = (path: string, body: object, cookie = ''): Promise<Response> =>
      fetch(origin + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify(body),
      });
    const session = await post('/api/session', { name: 'Bench', side: 'product' });
    const made = await post('/api/meetings', { title: 'Bench' }, session.headers.get('set-cookie')?.split(';')[0]);
    if (made.status !== 201) throw new Error(`Duet made no meeting: ${made.status} ${await made.text()}`);
    const meeting = (await made.json()) as { id: string; schemaVersion: number; keys: { facilitator: string } };
    const query = `key=${meeting.keys.facilitator}&schema=${meeting.schemaVersion}`;
    return { url: `ws://127.0.0.1:${port}/sync/${meeting.id}?${query}`, hello: [], wrap: asIs };
  },
};

export const relay: Peer = {
  name: 'raw relay',
  durable: false,
  command: [join(peersFolder, 'relay.mjs')],
  environment: (_data, port) => ({ PORT: String(port) }),
  open: async (port, name) => ({ url: `ws://127.0.0.1:${port}/${name}`, hello: [], wrap: asIs }),
};

export const yWebsocket: Peer = {
  name: 'y-websocket 2.1 + y-leveldb',
  durable: true,
  command: [join(peersFolder, 'y-websocket.mjs')],
  environment: (data, port) => ({ PORT: String(port), YPERSISTENCE: data }),
  open: async (port, name) => ({ url: `ws://127.0.0.1:${port}/${name}`, hello: [], wrap: asIs }),
};

export const hocuspocus: Peer = {
  name: 'Hocuspocus 3.4 + file',
  durable: true,
  command: [join(peersFolder, 'hocuspocus.mjs')],
  environment: (data, port) => ({ PORT: String(port), DUET_DATA: data }),
  open: async (port, name) => {
    // Its frames begin with the name of the document, and it waits for a token.
    const wrap = (frame: Uint8Array): Uint8Array =>
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, name);
        encoding.writeUint8Array(encoder, frame);
      });
    const token = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2);
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, 'none');
    });
    return { url: `ws://127.0.0.1:${port}`, hello: [wrap(token)], wrap };
  },
};
