import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { shareFrame, takingFrames } from './shared-frame.ts';

test('a shared frame of any size arrives as the message it holds, in order with others', async () => {
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 200_000];
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket, { socket: stream }) => {
    const taking = takingFrames(socket, stream);
    for (const size of sizes) {
      taking.sendFramed(shareFrame(Buffer.alloc(size, size % 251)).framed);
      socket.send(String(size));
    }
    socket.close();
    taking.sendFramed(shareFrame(Buffer.of(1)).framed);
  });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: (Buffer | string)[] = [];
  client.on('message', (data: Buffer, isBinary) => heard.push(isBinary ? data : data.toString()));
  await once(client, 'close');
  server.close();
  expect(heard).toEqual(sizes.flatMap((size) => [Buffer.alloc(size, size % 251), String(size)]));
});
