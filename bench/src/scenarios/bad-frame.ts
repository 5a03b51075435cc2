import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { marksIn, Reader, Writer } from '../client.ts';
import { seconds } from '../figures.ts';
import type { Room, RunningPeer } from '../peer.ts';

export interface BadFrame {
  readonly processLives: boolean;
  /** The sockets that sent it are closed. */
  readonly closed: boolean;
  /** Two others still hear each other. */
  readonly othersGoOn: boolean;
}

/** RFC 6455, 5.2: a final frame of the reserved type 3, and a binary one that announces 2 GiB. Both masked, as a client's. */
const BAD_FRAMES = [Buffer.from('838000000000', 'hex'), Buffer.from('82ff000000008000000000000000', 'hex')];
const PATIENCE_S = 5;
const STEP_S = 0.05;

/** What one bad frame does to the socket it came on, to others, and to the process. */
export async function badFrame(running: RunningPeer): Promise<BadFrame> {
  const room = await running.open('bad-frame');
  const writer = new Writer(await Reader.connect(room), 0);
  const reader = await Reader.connect(room);
  const heard = new Set<string>();
  reader.onFrame = (frame) => {
    for (const mark of marksIn(frame)) heard.add(mark);
  };
  const sockets: Duplex[] = [];
  for (const frame of BAD_FRAMES) {
    if (!running.alive) break;
    const socket = await upgraded(room);
    sockets.push(socket);
    socket.write(frame);
    await within(() => socket.destroyed || socket.readableEnded);
  }
  await seconds(1);
  const closed = sockets.every((socket) => socket.destroyed || socket.readableEnded);
  for (const socket of sockets) socket.destroy();
  if (!running.alive) return { processLives: false, closed, othersGoOn: false };
  const mark = writer.type();
  const othersGoOn = await within(() => heard.has(mark));
  return { processLives: running.alive, closed, othersGoOn };
}

/** A WebSocket of which we write the bytes. */
async function upgraded({ url }: Room): Promise<Duplex> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': randomBytes(16).toString('base64'),
  };
  const asked = request(url.replace(/^ws/, 'http'), { headers });
  asked.end();
  const [, socket] = (await once(asked, 'upgrade')) as [unknown, Duplex];
  socket.on('error', () => {});
  socket.resume();
  return socket;
}

async function within(holds: () => boolean): Promise<boolean> {
  for (let waited = 0; !holds() && waited < PATIENCE_S; waited += STEP_S) await seconds(STEP_S);
  return holds();
}
