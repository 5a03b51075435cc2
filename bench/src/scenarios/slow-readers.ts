import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Reader, syncFrame } from '../client.ts';
import { seconds } from '../figures.ts';
import type { RunningPeer } from '../peer.ts';

const READERS = 5;
const CHUNK = 64 * 1024;

/** How many MiB the server's memory grows at most while five sockets don't read and `mebibytes` are written. */
export async function slowReaders(running: RunningPeer, mebibytes: number): Promise<number> {
  const room = await running.open('slow');
  const readers = await Promise.all(Array.from({ length: READERS }, () => Reader.connect(room)));
  for (const { socket } of readers) socket.pause();
  const writer = await Reader.connect(room);
  const doc = new Y.Doc();
  const map = doc.getMap<string>('slow');
  let update: Uint8Array = new Uint8Array();
  doc.on('update', (made: Uint8Array) => {
    update = made;
  });
  const before = running.memoryMiB();
  let most = before;
  for (let sent = 0; sent < mebibytes * 1024 * 1024; sent += CHUNK) {
    // One value overwritten again and again: the document stays small, what must be sent does not.
    map.set('value', randomBytes(CHUNK / 2).toString('hex'));
    writer.send(syncFrame(2, update));
    while (writer.socket.bufferedAmount > 512 * 1024) {
      if (writer.socket.readyState !== WebSocket.OPEN) throw new Error('the server closed the socket that writes');
      await seconds(0.002);
    }
    if (sent % (4 * 1024 * 1024) === 0) {
      await seconds(0.02);
      most = Math.max(most, running.memoryMiB());
    }
  }
  await seconds(1);
  most = Math.max(most, running.memoryMiB());
  await Promise.all([writer, ...readers].map((reader) => reader.close()));
  return most - before;
}
