import type { IncomingHttpHeaders } from 'node:http';

/**
 * What the trusted proxy says in a forwarding header, or ''. It is the last entry, the one that the proxy itself
 * wrote: what stands before it is the client's word.
 */
export function forwarded(headers: IncomingHttpHeaders, name: `x-forwarded-${'for' | 'host' | 'proto'}`): string {
  const header = headers[name];
  const entries = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',');
  return entries.at(-1)?.trim() ?? '';
}
