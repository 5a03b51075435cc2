// y-websocket 2.1's own server with y-leveldb in YPERSISTENCE, as its README starts it.

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { WebSocketServer } from 'ws';

const require = createRequire(import.meta.url);
const { setupWSConnection } = require('y-websocket/bin/utils');
const http = createServer();
new WebSocketServer({ server: http }).on('connection', setupWSConnection);
http.listen(Number(process.env.PORT), '127.0.0.1');
