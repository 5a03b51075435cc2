import type { IncomingMessage } from 'node:http';
import { forwarded } from './forwarded.ts';

/** The address that limits count by: the socket's, or the one that a trusted proxy names. */
export function clientAddress({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  return (trustProxy && forwarded(headers, 'x-forwarded-for')) || socket.remoteAddress || 'unknown';
}
