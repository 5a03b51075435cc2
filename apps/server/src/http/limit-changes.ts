import type { MiddlewareHandler } from 'hono';
import { clientAddress } from '../auth/client-address.ts';
import type { Config } from '../config/config.ts';
import { Problem } from '../problem.ts';
import { RateLimit } from '../sockets/rate-limit.ts';
import type { Env } from './context.ts';
import { SAFE_METHODS } from './security.ts';

/** What changes something is written to the disk for ever: nobody may send more of it than people would. */
export function limitChanges({ limits, trustProxy }: Config): MiddlewareHandler<Env> {
  const limit = new RateLimit(limits.changesPerSecond);
  return async (c, next) => {
    if (!SAFE_METHODS.has(c.req.method) && !limit.take(clientAddress(c.env.incoming, trustProxy))) {
      c.header('Retry-After', '1');
      throw new Problem(
        'too-fast',
        'Too many changes came from this address at once. Nothing was changed; try again in a moment.',
      );
    }
    await next();
  };
}
