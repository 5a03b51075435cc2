import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { hashSecret, matchesHash, newSecret } from '../auth/secrets.ts';
import type { Duet } from '../duet.ts';
import type { Env } from '../http/context.ts';
import { problemResponse } from '../http/errors.ts';
import type { Source } from '../meetings/import-text.ts';
import { Problem } from '../problem.ts';
import { removeControlFile, writeControlFile } from './control-file.ts';
import { type Maintenance, maintenanceOf } from './maintenance.ts';

/**
 * Lets commands work on the data folder of a running server. It listens on this machine only, on a port of its own, so
 * that nothing of it can be reached through the public one; the token lies in the data folder.
 */
export async function startControlServer(duet: Duet): Promise<{ stop(): Promise<void> }> {
  const token = newSecret();
  const server = createServer(getRequestListener(controlApp(duet, maintenanceOf(duet), token).fetch));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const { dataFolder } = duet.config;
  await writeControlFile(dataFolder, { url: `http://127.0.0.1:${port}`, token });
  return {
    async stop() {
      await removeControlFile(dataFolder);
      server.close();
      server.closeAllConnections();
    },
  };
}

function controlApp(duet: Duet, maintenance: Omit<Maintenance, 'close'>, token: string): Hono<Env> {
  const web = new Hono<Env>();
  const hash = hashSecret(token);
  web.onError((error, c) => problemResponse(c, error, duet.log));
  web.use(async (c, next) => {
    const given = c.req.header('Authorization')?.replace(/^Bearer /, '') ?? '';
    if (!matchesHash(given, hash)) throw new Problem('not-signed-in', 'The token of the data folder is needed.');
    await next();
  });
  web.get('/ping', (c) => c.body(null, 204));
  web.post('/backup', (c) => c.body(streamOf(maintenance.backup())));
  web.post('/verify', (c) => c.body(jsonLines(maintenance.verify())));
  web.post('/compact', (c) => c.body(jsonLines(maintenance.compact(c.req.query('document') ?? null))));
  web.get('/export', async (c) => {
    const bytes = await maintenance.export(c.req.query('meeting') ?? '', c.req.query('format') ?? '');
    return c.body(new Uint8Array(bytes));
  });
  web.post('/import', async (c) => c.json(await maintenance.import((await c.req.json()) as Source)));
  return web;
}

/** One JSON value a line; what goes wrong on the way is the last line, as a problem. */
function jsonLines(values: AsyncIterable<unknown>): ReadableStream<Uint8Array> {
  return streamOf(encodeLines(values));
}

async function* encodeLines(values: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  try {
    for await (const value of values) yield encoder.encode(`${JSON.stringify({ value })}\n`);
  } catch (error) {
    yield encoder.encode(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
  }
}

/** Asks for the next value when the reader is ready for it: a backup never piles up in memory. */
function streamOf(values: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = values[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
