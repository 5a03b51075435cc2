import { isDocumentName } from '@duet/domain';
import { newSecret } from './secrets.ts';

const SEPARATOR = '.';

/**
 * An invite key is `<meeting id>.<192 random bits>`: it names the meeting that it opens, so that a valid key of
 * another meeting can be told from a made-up one without an index of all keys.
 */
export function newInviteKey(meetingId: string): string {
  const secret = newSecret();
  // Programs that find links in text leave a dash or underscore at the end out.
  return /[-_]$/.test(secret) ? newInviteKey(meetingId) : `${meetingId}${SEPARATOR}${secret}`;
}

/** The meeting that a key claims to open; null for what is no key. */
export function meetingOfKey(key: string): string | null {
  const [id, secret, ...rest] = key.split(SEPARATOR);
  return id !== undefined && isDocumentName(id) && secret && rest.length === 0 ? id : null;
}
