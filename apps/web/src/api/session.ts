import type { Side } from '@duet/domain';
import { ApiError } from './api-error.ts';
import { request } from './request.ts';
import type { SessionPerson } from './types.ts';

/** `duet:introduced`: somebody said who they are in this browser. The cookie that says who is not for scripts to see. */
const INTRODUCED = 'duet:introduced';

/** Null when nobody has said who they are in this browser. A first visit does not ask: the answer would be a refusal. */
export async function getSession(): Promise<SessionPerson | null> {
  if (!wasIntroduced()) return null;
  try {
    const session = await request<Partial<SessionPerson>>('/api/session');
    return session.id !== undefined && session.name ? (session as SessionPerson) : null;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return null;
    throw error;
  }
}

export async function startSession(person: { name: string; side: Side }): Promise<SessionPerson> {
  const session = await request<SessionPerson>('/api/session', { method: 'POST', body: person });
  noteIntroduced();
  return session;
}

/** From now on a visit asks who is there. */
export function noteIntroduced(): void {
  try {
    localStorage.setItem(INTRODUCED, '1');
  } catch {
    // Storage is closed, and then every visit asks.
  }
}

function wasIntroduced(): boolean {
  try {
    return localStorage.getItem(INTRODUCED) !== null;
  } catch {
    return true;
  }
}
