import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../config/config.ts';
import { forwarded } from './forwarded.ts';

type Trust = Pick<Config, 'publicOrigin' | 'trustProxy'>;

/** The origin under which this request reached us, as the browser would say it. */
export function ownOrigin(headers: IncomingHttpHeaders, { publicOrigin, trustProxy }: Trust): string {
  if (publicOrigin !== null) return publicOrigin;
  const scheme = trustProxy && forwarded(headers, 'x-forwarded-proto') === 'https' ? 'https' : 'http';
  const host = (trustProxy && forwarded(headers, 'x-forwarded-host')) || headers.host || 'localhost';
  return `${scheme}://${host}`;
}

/**
 * Whether a request that a cookie authenticates may act. Browsers send Origin with everything that changes
 * something and with every WebSocket; a program that holds the cookie may leave it out.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, trust: Trust): boolean {
  return headers.origin === undefined || headers.origin === ownOrigin(headers, trust);
}
