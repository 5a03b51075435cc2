import { IMPORT_LIMITS, IMPORT_MEDIA_TYPES, type ImportMediaType } from '@duet/export/import';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Duet } from '../duet.ts';
import { importText, previewImport, textOf } from '../meetings/import-text.ts';
import { Problem } from '../problem.ts';
import { checked } from './body.ts';
import type { Env, Web } from './context.ts';
import { newMeetingView } from './meeting-view.ts';
import { originOf, requirePerson } from './request.ts';
import { importShape } from './shapes.ts';

/** A UTF-16 unit is at most three bytes of UTF-8. */
const MAX_BYTES = 3 * IMPORT_LIMITS.sourceLength;

/**
 * Notes from elsewhere as a meeting; with `?preview=1` only what would be recognised. `?title=` and `?date=` are said
 * by the person and stand above the text's; `?seriesId=` makes it the latest meeting of a series.
 */
export function importRoutes(duet: Duet): Web {
  const web = new Hono<Env>();
  web.use(bodyLimit({ maxSize: MAX_BYTES, onError: refuseSize }));

  web.post('/', async (c) => {
    const person = await requirePerson(duet, c);
    const mediaType = mediaTypeOf(c.req.header('Content-Type'));
    const source = { mediaType, text: textOf(new Uint8Array(await c.req.arrayBuffer())) };
    if (c.req.query('preview') === '1') return c.json(await previewImport(duet, source));
    const { title, date, seriesId } = c.req.query();
    const details = checked(importShape, { title, date, seriesId });
    const { meeting, recognised } = await importText(duet, source, person, details);
    return c.json({ ...newMeetingView(meeting, originOf(duet, c)), recognised }, 201);
  });

  return web;
}

function mediaTypeOf(header = ''): ImportMediaType {
  const given = header.split(';')[0]?.trim().toLowerCase();
  const known = IMPORT_MEDIA_TYPES.find((mediaType) => mediaType === given);
  if (known) return known;
  throw new Problem('unsupported', `Send ${IMPORT_MEDIA_TYPES.join(', ')}. Nothing was created.`);
}

function refuseSize(): never {
  throw new Problem('too-large', 'This is more text than one meeting can take. Nothing was created.');
}
