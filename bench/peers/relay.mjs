// The practical limit of a Node `ws` server: every frame goes to every other socket. No document, no disk.
import { WebSocketServer } from 'ws';

const rooms = new Map();
const server = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1' });
server.on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, { binary: true });
  });
  socket.on('close', () => room.delete(socket));
});
