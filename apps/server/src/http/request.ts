import type { Role } from '@duet/domain';
import { type Caller, credentialsOf } from '../auth/caller.ts';
import { cookieOf, SESSION_COOKIE, sessionCookie } from '../auth/cookies.ts';
import { ownOrigin } from '../auth/origin.ts';
import type { Duet } from '../duet.ts';
import { Problem, quarantinedProblem } from '../problem.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import type { PersonRecord } from '../records/types.ts';
import type { Ctx } from './context.ts';

/** Who asks, and about which meeting. */
export interface MeetingRequest {
  readonly file: MeetingFile;
  readonly caller: Caller;
}

interface Demand {
  /** Who may; everybody when it is left out. */
  readonly roles?: readonly Role[];
  /** What exists to help with a damaged meeting works on one; everything else is refused. */
  readonly evenDamaged?: boolean;
}

/** @throws Problem `not-found`, `quarantined`, `not-signed-in` or `not-allowed`, in this order of looking. */
export async function meetingRequest(duet: Duet, c: Ctx, demand: Demand = {}): Promise<MeetingRequest> {
  const file = await duet.files.find(c.req.param('id') ?? '');
  if (file === null) throw new Problem('not-found', 'There is no such meeting. Check the link.');
  const caller = await duet.callers.identify(file, credentialsOf(c.env.incoming.headers));
  if (demand.roles && !demand.roles.includes(caller.role)) {
    throw new Problem('not-allowed', `This needs the role ${demand.roles.join(' or ')}; you are a ${caller.role}.`);
  }
  if (file.quarantined && !demand.evenDamaged) throw quarantinedProblem();
  return { file, caller };
}

/** The person of the session. @throws Problem `not-signed-in`. */
export async function requirePerson(duet: Duet, c: Ctx): Promise<PersonRecord> {
  const person = await personOf(duet, c);
  if (person === null)
    throw new Problem('not-signed-in', 'Say who you are first: POST /api/session with a name and a side.');
  return person;
}

export function personOf(duet: Duet, c: Ctx): Promise<PersonRecord | null> {
  return duet.people.ofToken(cookieOf(c.env.incoming.headers.cookie, SESSION_COOKIE));
}

export function setSession(duet: Duet, c: Ctx, token: string): void {
  const secure = originOf(duet, c).startsWith('https:');
  c.header('Set-Cookie', sessionCookie(token, secure));
}

export function originOf(duet: Duet, c: Ctx): string {
  return ownOrigin(c.env.incoming.headers, duet.config);
}

/** A whole number above 0 in the address, or null. */
export function countOf(text: string | undefined): number | null {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}
