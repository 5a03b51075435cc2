import type { MiddlewareHandler } from 'hono';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Env } from './context.ts';

/** Says what was asked and how it went. Only the path is told: the query can hold an invite key (G18). */
export function observeRequests(log: Log, metrics: Metrics): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    const { status } = c.res;
    metrics.requestTook({ method: c.req.method, status: String(status) }, ms / 1000);
    log.debug({ method: c.req.method, path: c.req.path, status, ms: Math.round(ms) }, 'request');
  };
}
