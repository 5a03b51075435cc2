import type { MiddlewareHandler } from 'hono';
import { isOwnOrigin } from '../auth/origin.ts';
import type { Config } from '../config/config.ts';
import { Problem } from '../problem.ts';
import type { Env } from './context.ts';

export const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A page of another site can make a browser send its cookie here; it cannot hide where it comes from. Whoever proves
 * themselves by a key sends no cookie that a foreign page could borrow.
 */
export function refuseForeignOrigins(config: Config): MiddlewareHandler<Env> {
  return async (c, next) => {
    const { headers } = c.env.incoming;
    const borrowed = !SAFE_METHODS.has(c.req.method) && headers.authorization === undefined;
    if (borrowed && !isOwnOrigin(headers, config)) {
      throw new Problem(
        'wrong-origin',
        `This request came from a page of another site (${headers.origin}). Nothing was changed.`,
      );
    }
    await next();
  };
}

/** For everything that is not a page of the app. */
const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const { headers } = c.res;
  headers.set('X-Content-Type-Options', 'nosniff');
  // Not 'no-referrer': with it browsers call our own page's requests' origin `null`.
  headers.set('Referrer-Policy', 'same-origin');
  headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  headers.set('Cross-Origin-Resource-Policy', 'same-origin');
  if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', NO_CONTENT_POLICY);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
};
