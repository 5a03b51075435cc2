import { ApiError } from '../api/api-error.ts';
import { getMeeting, joinMeeting } from '../api/meetings.ts';
import type { MeetingMetadata, SessionPerson } from '../api/types.ts';
import { rememberKeys } from '../share/link-keys.ts';

/** How a visit to a meeting's address goes on. */
export type Admission =
  | { readonly state: 'in'; readonly metadata: MeetingMetadata }
  /** The key opens the meeting, but nobody has said who is there. */
  | { readonly state: 'introduce'; readonly metadata: MeetingMetadata }
  | { readonly state: 'refused'; readonly reason: Refusal; readonly message: string };

export type Refusal = 'no-such-meeting' | 'no-link' | 'bad-link' | 'not-a-member' | 'damaged' | 'away';

/**
 * Lets the person of this browser in. With a key they join, and the key is kept here for sharing; without one they
 * must have joined before. Whoever is a member already gets in with a link that no longer works, too.
 * @param asked the session's question for the meeting, where it is under way already.
 */
export async function admit(
  id: string,
  key: string | null,
  person: SessionPerson | null,
  asked?: Promise<MeetingMetadata>,
): Promise<Admission> {
  if (key !== null) {
    let denied: Refusal = 'bad-link';
    try {
      const metadata = await byKey(id, key);
      if (metadata.quarantined) return refused('damaged');
      if (person === null) return { state: 'introduce', metadata };
      denied = 'not-a-member';
      await joinMeeting(id, { key, name: person.name, side: person.side });
    } catch (error) {
      const member = person !== null && isDenied(error) ? await asMember(id, denied) : null;
      return member?.state === 'in' ? member : refusalOf(error, denied);
    }
  }
  return asMember(id, person === null ? 'no-link' : 'not-a-member', asked);
}

async function asMember(id: string, denied: Refusal, asked = getMeeting(id)): Promise<Admission> {
  try {
    const metadata = await asked;
    return metadata.quarantined ? refused('damaged') : { state: 'in', metadata };
  } catch (error) {
    return refusalOf(error, denied);
  }
}

async function byKey(id: string, key: string): Promise<MeetingMetadata> {
  const metadata = await getMeeting(id, key);
  rememberKeys(id, { [metadata.role]: key });
  return metadata;
}

function isDenied(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

function refusalOf(error: unknown, denied: Refusal): Admission {
  if (isDenied(error)) return refused(denied, error);
  if (error instanceof ApiError && error.type === 'quarantined') return refused('damaged', error);
  if (error instanceof ApiError && error.status === 404) return refused('no-such-meeting', error);
  return refused('away', error);
}

function refused(reason: Refusal, error?: unknown): Admission {
  return { state: 'refused', reason, message: error instanceof ApiError ? error.message : '' };
}
