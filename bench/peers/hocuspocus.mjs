// Hocuspocus with its database extension, writing a file with fsync; its SQLite extension fetches a binary at install.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const fileOf = (name) => join(process.env.DUET_DATA, `${encodeURIComponent(name)}.bin`);
new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => (existsSync(fileOf(documentName)) ? readFileSync(fileOf(documentName)) : null),
      store: async ({ documentName, state }) => {
        const file = openSync(`${fileOf(documentName)}.tmp`, 'w');
        writeSync(file, state);
        fsyncSync(file);
        closeSync(file);
        renameSync(`${fileOf(documentName)}.tmp`, fileOf(documentName));
      },
    }),
  ],
}).listen();
