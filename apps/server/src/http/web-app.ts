import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Duet } from '../duet.ts';
import { followUpRoutes } from '../follow-up/routes.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import { checkRoutes } from './check-routes.ts';
import type { Env, Web } from './context.ts';
import { problemResponse } from './errors.ts';
import { exportRoutes } from './export-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { importRoutes } from './import-routes.ts';
import { lifecycleRoutes } from './lifecycle-routes.ts';
import { limitChanges } from './limit-changes.ts';
import { meetingRoutes } from './meeting-routes.ts';
import { memberRoutes } from './member-routes.ts';
import { observeRequests } from './observe.ts';
import { refuseForeignOrigins, securityHeaders } from './security.ts';
import { seriesRoutes } from './series-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { type Page, servePage } from './static-files.ts';

const MAX_BODY_BYTES = 256 * 1024;

export interface WebAppOptions {
  readonly duet: Duet;
  readonly metrics: Metrics;
  /** The built page; null when there is none (the API works without it). */
  readonly page: Page | null;
  readonly isStopping: () => boolean;
}

/** Everything that is spoken over HTTP. */
export function webApp({ duet, metrics, page, isStopping }: WebAppOptions): Web {
  const web = new Hono<Env>();
  web.onError((error, c) => problemResponse(c, error, duet.log));
  web.notFound((c) => problemResponse(c, new Problem('not-found', 'There is nothing at this address.'), duet.log));

  web.use(observeRequests(duet.log, metrics));
  web.use(securityHeaders);
  web.use('/api/*', refuseForeignOrigins(duet.config));
  web.use('/api/*', limitChanges(duet.config));

  // Notes to import may be longer than anything else, and have a limit of their own.
  web.route('/api/import', importRoutes(duet));
  web.use('/api/*', bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseSize }));
  web.route('/', healthRoutes(duet, metrics, isStopping));
  web.route('/api/session', sessionRoutes(duet));
  web.route('/api/series', seriesRoutes(duet));
  const meetings = [meetingRoutes, exportRoutes, lifecycleRoutes, historyRoutes, memberRoutes, followUpRoutes];
  for (const routes of meetings) web.route('/api/meetings', routes(duet));
  web.route('/api/meetings', checkRoutes(duet, metrics));
  web.all('/api/*', (c) => c.notFound());
  web.all('/sync/*', (c) => {
    c.header('Upgrade', 'websocket');
    throw new Problem('upgrade-required', 'This address takes WebSockets only: connect with a y-websocket client.');
  });
  if (page) web.get('*', compress(), servePage(page, duet.config));
  return web;
}

function refuseSize(): never {
  throw new Problem('too-large', `The body may have ${MAX_BODY_BYTES / 1024} KiB. Nothing was changed.`);
}
