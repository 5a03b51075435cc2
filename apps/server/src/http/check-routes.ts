import { contentHash } from '@duet/document';
import { Hono } from 'hono';
import * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import type { Metrics } from '../metrics.ts';
import { jsonBody } from './body.ts';
import type { Env, Web } from './context.ts';
import { meetingRequest } from './request.ts';
import { checkShape } from './shapes.ts';

/**
 * Whether a page shows what the server has on disk (G15). Compared only when both know the same edits; a deletion
 * leaves no trace in what is compared first, so one that is still on its way looks like a difference. A page therefore
 * asks again, and only a difference that stays is reported.
 */
export function checkRoutes(duet: Duet, metrics: Metrics): Web {
  const web = new Hono<Env>();

  web.post('/:id/check', async (c) => {
    const { file, caller } = await meetingRequest(duet, c);
    const { stateVector, hash, again } = await jsonBody(c, checkShape);
    const doc = await duet.sync.read(file.id);
    const known = Buffer.from(Y.encodeStateVector(doc));
    const same = sortedVector(known) === sortedVector(Buffer.from(stateVector, 'base64'));
    const ours = same ? await contentHash(doc) : null;
    doc.destroy();
    if (ours === null) return c.json({ content: 'busy' });
    if (ours === hash) return c.json({ content: 'equal' });
    if (again) {
      metrics.contentDiffered();
      duet.log.error({ meeting: file.id, member: caller.id, ours, theirs: hash }, 'a page shows other content');
    }
    return c.json({ content: 'different' });
  });

  return web;
}

/** The order of clients in a state vector is the writer's own. */
function sortedVector(bytes: Uint8Array): string {
  try {
    return JSON.stringify([...Y.decodeStateVector(bytes)].sort(([a], [b]) => a - b));
  } catch {
    return '';
  }
}
