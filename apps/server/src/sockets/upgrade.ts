import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, closeReason } from '@duet/protocol';
import { StorageError } from '@duet/storage';
import { type Connection, type SyncSocket, takingFrames } from '@duet/sync';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Caller, type Credentials, credentialsOf } from '../auth/caller.ts';
import { clientAddress } from '../auth/client-address.ts';
import { isOwnOrigin } from '../auth/origin.ts';
import type { Duet } from '../duet.ts';
import type { HourlyVersions } from '../meetings/hourly-versions.ts';
import { confirmMember } from '../meetings/join-meeting.ts';
import { Problem } from '../problem.ts';
import { RateLimit } from './rate-limit.ts';
import { syncTarget } from './sync-target.ts';

/** Room for the message header in front of a document-sized first sync step 2. */
const HEADER_BYTES = 1024;
/** A client that does not answer the close frame of a refusal is cut after this time. */
const CLOSE_MS = 5000;

const TOO_MANY = new Problem('too-fast', 'Too many connections were opened from this address. Try again in a moment.');
const BORROWED = new Problem('wrong-origin', 'This socket was asked for by a page of another site.');

interface Refusal {
  readonly code: CloseCode;
  readonly reason: string;
}

type Verdict = { readonly refusal: Refusal } | { readonly document: string; readonly caller: Caller };

export type UpgradeHandler = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/**
 * `/sync/<meeting>`: decides first and upgrades then, so no byte of the client is read before it is admitted. Refusals
 * are close frames, which clients can tell apart; by HTTP go only those that must not cost a WebSocket: too many
 * upgrades (429), a cookie that another site's page borrowed (403), and addresses that are no socket at all (404).
 */
export function upgradeHandler(duet: Duet, versions: HourlyVersions, isStopping: () => boolean): UpgradeHandler {
  const { documentBytes, frameBytes } = duet.config.limits;
  const admitted = socketsUpTo(Math.max(documentBytes, frameBytes) + HEADER_BYTES);
  // Until it has read its refusal a client may talk on: whom nobody admitted can make us keep one frame, not a document.
  const refused = socketsUpTo(frameBytes + HEADER_BYTES);
  const limit = new RateLimit(duet.config.limits.upgradesPerSecond);
  return (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      duet.log.error({ error: String(error) }, 'an upgrade failed');
      socket.destroy();
    });
  };

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const target = syncTarget(request.url ?? '');
    if (target === null) return refuseByHttp(socket, new Problem('not-found', 'There is no socket at this address.'));
    const address = clientAddress(request, duet.config.trustProxy);
    if (!limit.take(address)) return refuseByHttp(socket, TOO_MANY);
    const borrowedCookie = await isBorrowed(request, target.key);
    if (borrowedCookie) return refuseByHttp(socket, BORROWED);
    const verdict = isStopping() ? { refusal: refusalOf(CloseCode.restarting) } : await admit(request, target);
    if ('refusal' in verdict) {
      refused.handleUpgrade(request, socket, head, (client) => refuse(client, verdict.refusal));
      return;
    }
    const { document, caller } = verdict;
    const connection = { document, member: caller, schema: target.schema, address };
    admitted.handleUpgrade(request, socket, head, (client) => {
      seat(takingFrames(client, socket), connection);
      recheck(document, caller, credentialsOf(request.headers, target.key)).catch(() => client.terminate());
    });
  }

  /** Apart from `upgrade`: what listens here as long as the socket lives must not keep the request in memory. */
  function seat(client: SyncSocket, connection: Connection): void {
    const { document } = connection;
    versions.opened(document);
    client.on('close', () => duet.summaries.touched(document));
    duet.sync.accept(client, connection);
  }

  /** What changed between the look at somebody's rights and their place in the room was not told to that room (G16). */
  async function recheck(document: string, before: Caller, credentials: Credentials): Promise<void> {
    const file = await duet.files.find(document);
    const now = file && (await duet.callers.identify(file, credentials).catch(() => null));
    if (now === null || now.role !== before.role) duet.sync.memberChanged(document, before.id, now);
  }

  /** A cookie that proves somebody, sent by a page of another site. */
  async function isBorrowed(request: IncomingMessage, key: string | null): Promise<boolean> {
    if (isOwnOrigin(request.headers, duet.config)) return false;
    const credentials = credentialsOf(request.headers, key);
    return credentials.key === null && (await duet.people.ofToken(credentials.cookie)) !== null;
  }

  async function admit(request: IncomingMessage, target: { id: string; key: string | null }): Promise<Verdict> {
    try {
      const file = await duet.files.find(target.id);
      if (file === null) return { refusal: refusalOf(CloseCode.notFound) };
      const caller = await duet.callers.identify(file, credentialsOf(request.headers, target.key));
      if (file.quarantined) return { refusal: refusalOf(CloseCode.loadFailed) };
      if (caller.isPerson) await confirmMember(duet, file, caller.id);
      return { document: file.id, caller };
    } catch (error) {
      return { refusal: refusalFor(error) };
    }
  }

  function refusalFor(error: unknown): Refusal {
    if (error instanceof Problem) {
      if (error.code === 'not-signed-in') return { code: CloseCode.notSignedIn, reason: error.detail };
      if (error.code === 'not-allowed') return { code: CloseCode.notAllowed, reason: error.detail };
    } else if (!(error instanceof StorageError)) {
      duet.log.error({ error: String(error) }, 'a socket could not be admitted');
    }
    return refusalOf(CloseCode.loadFailed);
  }
}

function socketsUpTo(maxPayload: number): WebSocketServer {
  return new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload });
}

function refusalOf(code: CloseCode): Refusal {
  return { code, reason: closeReason[code] };
}

function refuse(client: WebSocket, { code, reason }: Refusal): void {
  client.on('error', () => client.terminate());
  client.close(code, reason);
  const cut = setTimeout(() => client.terminate(), CLOSE_MS);
  client.on('close', () => clearTimeout(cut));
}

function refuseByHttp(socket: Duplex, problem: Problem): void {
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Connection: close',
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
