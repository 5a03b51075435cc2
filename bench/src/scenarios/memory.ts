import { Reader } from '../client.ts';
import { seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

export interface Memory {
  /** Kilobytes a connection to one document. */
  readonly perConnection: number;
  /** Kilobytes a document with one connection. */
  readonly perDocument: number;
}

const CONNECTIONS = 500;
const DOCUMENTS = 500;

export async function memory(running: RunningPeer): Promise<Memory> {
  const warm = await Reader.connect(await running.open('memory-warm'));
  await seconds(1);
  const idle = running.memoryMiB();
  const room = await running.open('memory-one');
  const sockets: Reader[] = [];
  for (let n = 0; n < CONNECTIONS; n += 50) {
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => Reader.connect(room)))));
  }
  await seconds(1);
  const connected = running.memoryMiB();
  for (let n = 0; n < DOCUMENTS; n += 50) {
    const opened = Array.from({ length: 50 }, async (_, i) => Reader.connect(await running.open(`memory-${n + i}`)));
    sockets.push(...(await Promise.all(opened)));
  }
  await seconds(1);
  const open = running.memoryMiB();
  await Promise.all([warm, ...sockets].map((socket) => socket.close()));
  return {
    perConnection: ((connected - idle) * 1024) / CONNECTIONS,
    perDocument: ((open - connected) * 1024) / DOCUMENTS,
  };
}
