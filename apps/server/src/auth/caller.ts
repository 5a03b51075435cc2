import type { IncomingHttpHeaders } from 'node:http';
import { ROLES, type Role } from '@duet/domain';
import type { Member } from '@duet/sync';
import { Problem, quarantinedProblem } from '../problem.ts';
import type { MeetingFile, MeetingFiles } from '../records/meeting-file.ts';
import type { People } from '../records/people.ts';
import type { MemberRecord } from '../records/types.ts';
import { colorOf } from './colors.ts';
import { cookieOf, SESSION_COOKIE } from './cookies.ts';
import { meetingOfKey } from './invite-key.ts';
import { matchesHash } from './secrets.ts';

/** Somebody whose right to a meeting was proven. */
export interface Caller extends Member {
  readonly role: Role;
}

export function callerOf(member: MemberRecord): Caller {
  const { id, name, side, role } = member;
  return { id, name, color: colorOf(id), side, role, mayWrite: role !== 'follower', isPerson: true };
}

/** Everybody who comes with the bare key of a role is one member, named after the role. */
export function keyHolder(role: Role): Caller {
  const id = `key:${role}`;
  return { id, name: role, color: colorOf(id), side: 'other', role, mayWrite: role !== 'follower', isPerson: false };
}

/** What a request offers as proof. A key, where there is one, speaks for itself: the cookie is not looked at. */
export interface Credentials {
  readonly key: string | null;
  readonly cookie: string | null;
}

export function credentialsOf(headers: IncomingHttpHeaders, queryKey: string | null = null): Credentials {
  const bearer = /^Bearer\s+(\S+)\s*$/i.exec(headers.authorization ?? '')?.[1];
  return { key: queryKey ?? bearer ?? null, cookie: cookieOf(headers.cookie, SESSION_COOKIE) };
}

/** Proves who calls, for one meeting. */
export class Callers {
  readonly #files: MeetingFiles;
  readonly #people: People;

  constructor(files: MeetingFiles, people: People) {
    this.#files = files;
    this.#people = people;
  }

  /** @throws Problem `not-signed-in` or `not-allowed`; `quarantined` where damage may have taken the membership. */
  async identify(file: MeetingFile, credentials: Credentials): Promise<Caller> {
    if (credentials.key !== null) return this.#byKey(file, credentials.key);
    const person = await this.#people.ofToken(credentials.cookie);
    if (person === null) throw new Problem('not-signed-in', 'Open the meeting by its invite link, or sign in first.');
    const member = await file.member(person.id);
    if (member === null && file.quarantined) throw quarantinedProblem();
    if (member === null)
      throw new Problem('not-allowed', 'You have not joined this meeting. Open its invite link to join.');
    if (member.revokedAt !== null) throw new Problem('not-allowed', 'A facilitator removed you from this meeting.');
    return callerOf(member);
  }

  async #byKey(file: MeetingFile, key: string): Promise<Caller> {
    const role = await roleOfKey(file, key);
    if (role !== null) return keyHolder(role);
    if (await this.#opensAnother(file.id, key)) {
      throw new Problem('not-allowed', 'This invite key belongs to another meeting.');
    }
    throw new Problem('not-signed-in', 'The invite key is not known. It may have been replaced: ask for a new link.');
  }

  async #opensAnother(id: string, key: string): Promise<boolean> {
    const other = meetingOfKey(key);
    if (other === null || other === id) return false;
    const file = await this.#files.find(other).catch(() => null);
    return file !== null && (await roleOfKey(file, key)) !== null;
  }
}

/** The role whose invite key of this meeting it is, or null. */
export async function roleOfKey(file: MeetingFile, key: string): Promise<Role | null> {
  let found: Role | null = null;
  for (const role of ROLES) {
    const record = await file.key(role);
    if (record !== null && matchesHash(key, record.hash)) found = role;
  }
  return found;
}
