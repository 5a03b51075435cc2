import type { Side } from '@duet/domain';
import { ApiError } from './api-error.ts';
import { request } from './request.ts';
import type { SessionPerson } from './types.ts';

/** Null when nobody has said who they are in this browser. */
export async function getSession(): Promise<SessionPerson | null> {
  try {
    const session = await request<Partial<SessionPerson>>('/api/session');
    return session.id !== undefined && session.name ? (session as SessionPerson) : null;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return null;
    throw error;
  }
}

export function startSession(person: { name: string; side: Side }): Promise<SessionPerson> {
  return request('/api/session', { method: 'POST', body: person });
}
