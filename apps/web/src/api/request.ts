import { ApiError } from './api-error.ts';
import { askedEarly } from './asked-early.ts';

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob as it is, with its own type. */
  readonly body?: unknown;
  /** An invite key to ask with, instead of the session. */
  readonly key?: string;
}

/**
 * Asks the server for JSON. The cookie session says who asks.
 * @throws ApiError for every answer that is not 2xx, and when no answer comes.
 */
export async function request<T>(path: string, { method = 'GET', body, key }: RequestOptions = {}): Promise<T> {
  const early = method === 'GET' && key === undefined ? askedEarly(path) : null;
  const response =
    (await early) ??
    (await send(path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    }));
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/**
 * Asks the server for a file, under the name that it gives it.
 * @throws ApiError for every answer that is not 2xx, and when no answer comes.
 */
export async function requestFile(path: string): Promise<File> {
  const response = await send(path, {});
  if (!response.ok) throw await problemOf(response);
  const [, name] = /filename="([^"]*)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  return new File([await response.blob()], name ?? '');
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new ApiError(0, 'The server did not answer. Check the connection and try again.');
  }
}

async function problemOf(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  const told = [problem.detail, problem.title].find((text): text is string => typeof text === 'string' && text !== '');
  // A dev proxy or load balancer answers 502 to 504 by itself while the server is away.
  const away = told === undefined && response.status >= 502 && response.status <= 504;
  return new ApiError(
    away ? 0 : response.status,
    told ?? 'The server could not do that. Nothing was changed.',
    problem,
  );
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
