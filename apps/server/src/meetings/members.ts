import { setPerson } from '@duet/document';
import type { Role } from '@duet/domain';
import { callerOf, keyHolder } from '../auth/caller.ts';
import { newInviteKey } from '../auth/invite-key.ts';
import type { Duet } from '../duet.ts';
import { Problem } from '../problem.ts';
import { type MeetingFile, meetingChange } from '../records/meeting-file.ts';
import type { MemberRecord } from '../records/types.ts';
import { keyRecord } from './create-meeting.ts';

/** The member may not come in any more, and what is open of theirs closes at once (G16). */
export async function removeMember(duet: Duet, file: MeetingFile, memberId: string): Promise<void> {
  await duet.serial.run(file.id, async () => {
    const member = await activeMember(file, memberId);
    await duet.store.commit([
      meetingChange(file.id, `member/${memberId}`, { ...member, revokedAt: duet.now().toISOString() }),
      ...duet.people.list(memberId, 'meeting', file.id, null),
    ]);
    duet.sync.memberChanged(file.id, memberId, null);
  });
}

/** The member goes on in another role, on open sockets too (G16). */
export async function changeRole(duet: Duet, file: MeetingFile, memberId: string, role: Role): Promise<MemberRecord> {
  return duet.serial.run(file.id, async () => {
    const member = { ...(await activeMember(file, memberId)), role };
    const change = meetingChange(file.id, `member/${memberId}`, member);
    const { id, name, side } = member;
    // `file` was read before this turn: somebody may have finalized the meeting since.
    const current = await duet.files.find(file.id);
    if (current?.record.status === 'finalized') await duet.store.commit([change]);
    else await duet.sync.edit(file.id, memberId, (doc) => setPerson(doc, { id, name, side, role }), [change]);
    duet.sync.memberChanged(file.id, memberId, callerOf(member));
    return member;
  });
}

/** A new key for a role. The old one opens nothing any more, and whoever is in by it alone is out. */
export async function rotateKey(duet: Duet, file: MeetingFile, role: Role): Promise<string> {
  const key = newInviteKey(file.id);
  await duet.serial.run(file.id, async () => {
    await duet.store.commit([meetingChange(file.id, `key/${role}`, keyRecord(key, duet.now().toISOString()))]);
    duet.sync.memberChanged(file.id, keyHolder(role).id, null);
  });
  return key;
}

async function activeMember(file: MeetingFile, memberId: string): Promise<MemberRecord> {
  const member = await file.member(memberId);
  if (member === null || member.revokedAt !== null) {
    throw new Problem('not-found', 'Nobody with this id is a member of the meeting.');
  }
  return member;
}
