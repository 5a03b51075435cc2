import { csvTables, type Exporter, exporters } from '@duet/export';
import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import { prepareExports } from '../meetings/prepare-exports.ts';
import { exportRevision, liveInput } from '../meetings/revisions.ts';
import { Problem } from '../problem.ts';
import type { Ctx, Env, Web } from './context.ts';
import { download } from './download.ts';
import { countOf, meetingRequest } from './request.ts';

/** A meeting in every format, as it is now or (`?revision=N`) as it was finalized. */
export function exportRoutes(duet: Duet): Web {
  const web = new Hono<Env>();

  web.get('/:id/:file{export\\.[^/]+}', async (c) => {
    const format = c.req.param('file').slice('export.'.length);
    return send(duet, c, format, known(exporters, format));
  });

  web.get('/:id/export/:file{[^/]+\\.csv}', async (c) => {
    const table = c.req.param('file').slice(0, -'.csv'.length);
    return send(duet, c, `${table}.csv`, known(csvTables, table));
  });

  // Before somebody asks for one: answered once it is made.
  web.post('/:id/export/prepare', async (c) => {
    const { file } = await meetingRequest(duet, c);
    await prepareExports(duet, file.id);
    return c.body(null, 204);
  });

  return web;
}

function known(registry: Readonly<Record<string, Exporter>>, name: string): Exporter {
  const exporter = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (exporter) return exporter;
  throw new Problem('not-found', `There is no such export. There are ${Object.keys(registry).join(', ')}.`);
}

async function send(duet: Duet, c: Ctx, format: string, exporter: Exporter): Promise<Response> {
  const { file } = await meetingRequest(duet, c);
  const asked = c.req.query('revision');
  const number = countOf(asked);
  if (asked !== undefined && number === null)
    throw new Problem('bad-request', 'revision: must be a whole number above 0.');
  const bytes =
    number === null
      ? await duet.renders.render(exporter, await liveInput(duet, file.id))
      : await exportRevision(duet, file.id, number, format, exporter);
  const [table] = format.split('.');
  const name = format.endsWith('.csv') ? `${table}.csv` : `meeting.${exporter.extension}`;
  return download(c, bytes, { mediaType: exporter.mediaType, name });
}
