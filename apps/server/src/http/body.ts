import type { z } from 'zod';
import { Problem } from '../problem.ts';
import type { Ctx } from './context.ts';

/**
 * The body as JSON of a shape; no body counts as `{}`. The content type is not looked at: what a foreign page can send
 * without asking is stopped by the origin check.
 * @throws Problem `bad-request`, naming what is wrong in words.
 */
export async function jsonBody<T extends z.ZodType>(c: Ctx, shape: T): Promise<z.infer<T>> {
  const text = await c.req.text();
  let body: unknown;
  try {
    body = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw new Problem('bad-request', 'The body is not JSON. Nothing was changed.');
  }
  return checked(shape, body);
}

/** What somebody said, as a shape. @throws Problem `bad-request`, naming what is wrong in words. */
export function checked<T extends z.ZodType>(shape: T, said: unknown): z.infer<T> {
  const result = shape.safeParse(said);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new Problem('bad-request', `${issues.join('; ')}. Nothing was changed.`);
}
