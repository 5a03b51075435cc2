import { StorageError } from '@duet/storage';
import type { Log } from '../log.ts';
import { Problem, quarantinedProblem } from '../problem.ts';
import type { Ctx } from './context.ts';

/** Every failure of a request as `application/problem+json`. What was not foreseen is logged, never shown. */
export function problemResponse(c: Ctx, error: unknown, log: Log): Response {
  const problem = asProblem(error);
  if (problem.code === 'internal' || problem.code === 'unavailable') {
    log.error({ method: c.req.method, path: c.req.path, error: described(error) }, 'a request failed');
  }
  const headers: Record<string, string> = { 'Content-Type': 'application/problem+json' };
  if (problem.code === 'not-signed-in') headers['WWW-Authenticate'] = 'Bearer';
  // The rest of what is too large is not read: the next request must not come on this connection.
  if (problem.code === 'too-large') headers.Connection = 'close';
  return c.body(JSON.stringify(problem), problem.status, headers);
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StorageError && error.code === 'damaged') return quarantinedProblem();
  if (error instanceof StorageError && error.code === 'closed') {
    return new Problem(
      'unavailable',
      'The server is being restarted. What was saved before is safe; look whether this was done, else try again.',
    );
  }
  if (error instanceof StorageError) {
    return new Problem(
      'unavailable',
      'The data folder cannot be used right now. Everything that was saved is safe; try again.',
    );
  }
  return new Problem(
    'internal',
    'This request failed because of a fault in the server. Everything that was saved is safe; try again.',
  );
}

function described(error: unknown): object {
  return error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
}
