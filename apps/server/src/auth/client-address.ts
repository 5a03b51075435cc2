import type { IncomingMessage } from 'node:http';

/**
 * The address that limits count by. Behind a trusted proxy it is the last entry of X-Forwarded-For, the one that the
 * proxy itself wrote: what stands before it is the client's word.
 */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const header = trustProxy ? request.headers['x-forwarded-for'] : undefined;
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return entries.at(-1)?.trim() || request.socket.remoteAddress || 'unknown';
}
