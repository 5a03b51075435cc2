import { Hono } from 'hono';
import type { Duet } from '../duet.ts';
import type { Metrics } from '../metrics.ts';
import type { Env, Web } from './context.ts';

export function healthRoutes(duet: Duet, metrics: Metrics, isStopping: () => boolean): Web {
  const web = new Hono<Env>();

  web.get('/healthz', (c) => c.json({ status: 'ok' }));

  /** Damage to one document does not make the server unready: the others work. */
  web.get('/readyz', (c) => {
    const ready = !isStopping();
    const quarantined = duet.store.damage().map(({ document }) => document);
    return c.json({ ready, quarantined }, ready ? 200 : 503);
  });

  web.get('/metrics', async (c) => c.body(await metrics.text(), 200, { 'Content-Type': metrics.contentType }));

  return web;
}
