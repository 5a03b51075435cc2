import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { failure, type Outcome } from './outcome.ts';
import { isPublicAddress, PrivateAddress, publicLookup } from './public-address.ts';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PostOptions {
  /** Addresses of this machine and its network are fine too. */
  readonly allowPrivate: boolean;
  /** Ends the attempt: looking the name up, connecting, sending, waiting for the answer. */
  readonly signal: AbortSignal;
}

/** The answer's status is what counts. Of its body no more than this is waited for, and nothing is kept or shown. */
const ANSWER_BYTES = 16 * 1024;
/** These say that the same request may go well later; every other 4xx says that it won't. */
const LATER = new Set([408, 409, 423, 425, 429]);

/** Sends once. No redirect is followed, no proxy is asked, no connection is kept. Never rejects. */
export async function post({ url, headers, body }: Post, options: PostOptions): Promise<Outcome> {
  const to = new URL(url);
  const host = to.hostname.replace(/^\[|\]$/g, '');
  // Literal addresses are never looked up.
  if (!options.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) return refusedAddress(host);
  const send = to.protocol === 'https:' ? httpsRequest : httpRequest;
  const bytes = Buffer.from(body);
  const request = send(to, {
    method: 'POST',
    agent: false,
    headers: {
      'User-Agent': 'Duet',
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': bytes.length,
      ...headers,
    },
    signal: options.signal,
    ...(!options.allowPrivate && { lookup: publicLookup }),
  });
  let connected = false;
  request.once('socket', (socket) =>
    socket.once(to.protocol === 'https:' ? 'secureConnect' : 'connect', () => {
      connected = true;
    }),
  );
  try {
    const answer = await answered(request, bytes);
    return judged(host, answer);
  } catch (error) {
    return broken(host, error, { connected, late: options.signal.aborted });
  }
}

function answered(request: ClientRequest, bytes: Buffer): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (answer) => {
      let length = 0;
      const end = () => {
        resolve(answer);
        answer.destroy();
      };
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length > ANSWER_BYTES) end();
      });
      answer.on('end', end);
      // The status has come: a body that breaks off says nothing more.
      answer.on('error', end);
    });
    request.end(bytes);
  });
}

function judged(host: string, { statusCode = 0, headers }: IncomingMessage): Outcome {
  if (statusCode >= 200 && statusCode < 300) return { kind: 'sent' };
  if (statusCode >= 300 && statusCode < 400) {
    return failure(`${host} sends elsewhere (${statusCode}), and no redirect is followed. Use the final address.`, {
      permanent: true,
    });
  }
  const permanent = statusCode < 500 && !LATER.has(statusCode);
  const words = permanent ? 'refused the message' : 'could not take the message';
  return failure(`${host} ${words} (${statusCode}).`, { permanent, retryAfterMs: patience(headers['retry-after']) });
}

function broken(host: string, error: unknown, { connected, late }: { connected: boolean; late: boolean }): Outcome {
  if (error instanceof PrivateAddress) return refusedAddress(host);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const unclear = connected;
  if (late) return failure(`${host} did not answer in time.`, { unclear });
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return failure(`The name ${host} is not found.`);
  if (code === 'ECONNREFUSED') return failure(`${host} does not take connections.`);
  if (/CERT|SIGNATURE/.test(code)) {
    return failure(`There is no safe connection to ${host}: its certificate is not accepted.`);
  }
  if (connected) return failure(`${host} closed the connection without an answer.`, { unclear });
  return failure(`No connection to ${host}${code === '' ? '' : ` (${code})`}.`);
}

function refusedAddress(host: string): Outcome {
  return failure(`${host} lies in this server's own network, where webhooks may not lead.`, { permanent: true });
}

/** Of a Retry-After header in seconds; one with a date is left alone. */
function patience(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}
