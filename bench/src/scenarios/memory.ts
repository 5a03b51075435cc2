import { Reader } from '../client.ts';
import { seconds } from '../figures.ts';
import type { Room, RunningPeer } from '../peer.ts';

export interface Memory {
  /** Kilobytes a connection to one document. */
  readonly perConnection: number;
  /** Kilobytes a document with one connection. */
  readonly perDocument: number;
}

const CONNECTIONS = 500;
const DOCUMENTS = 500;
const AT_ONCE = 50;
const SETTLE_S = 2;

/** The documents are made beforehand: what is counted is opening them. */
export async function memory(running: RunningPeer): Promise<Memory> {
  const rooms: Room[] = [];
  for (let n = 0; n < DOCUMENTS; n++) rooms.push(await running.open(`memory-${n}`));
  const one = await running.open('memory-one');
  const sockets = [await Reader.connect(await running.open('memory-warm'))];
  await seconds(SETTLE_S);
  const idle = running.memoryMiB();
  for (let n = 0; n < CONNECTIONS; n += AT_ONCE) {
    sockets.push(...(await Promise.all(Array.from({ length: AT_ONCE }, () => Reader.connect(one)))));
  }
  await seconds(SETTLE_S);
  const connected = running.memoryMiB();
  for (let n = 0; n < DOCUMENTS; n += AT_ONCE) {
    sockets.push(...(await Promise.all(rooms.slice(n, n + AT_ONCE).map((room) => Reader.connect(room)))));
  }
  await seconds(SETTLE_S);
  const open = running.memoryMiB();
  await Promise.all(sockets.map((socket) => socket.close()));
  return {
    perConnection: ((connected - idle) * 1024) / CONNECTIONS,
    perDocument: ((open - connected) * 1024) / DOCUMENTS,
  };
}
