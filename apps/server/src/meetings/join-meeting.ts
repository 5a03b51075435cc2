import { setPerson } from '@duet/document';
import { ROLES } from '@duet/domain';
import type { Change } from '@duet/storage';
import { callerOf, roleOfKey } from '../auth/caller.ts';
import type { Duet } from '../duet.ts';
import { Problem, quarantinedProblem } from '../problem.ts';
import { type MeetingFile, meetingChange } from '../records/meeting-file.ts';
import type { MeetingRecord, MemberRecord, PersonRecord } from '../records/types.ts';

/**
 * A person comes in by an invite key and becomes a member (M2). Whoever is one already keeps the higher of both
 * roles: a facilitator who tries the link for followers stays a facilitator.
 */
export async function joinMeeting(
  duet: Duet,
  id: string,
  key: string,
  /** Asked once the key has proven good: nobody is signed in for a wrong one. */
  identify: () => Promise<PersonRecord>,
): Promise<MemberRecord> {
  return duet.serial.run(id, async () => {
    const file = await duet.files.find(id);
    if (file === null) throw new Problem('not-found', 'There is no such meeting.');
    if (file.quarantined) throw quarantinedProblem();
    const role = await roleOfKey(file, key);
    if (role === null)
      throw new Problem('not-allowed', 'This invite key does not open this meeting. Ask for a new link.');
    const person = await identify();
    const known = await file.member(person.id);
    const keyMadeAt = (await file.key(role))?.createdAt ?? '';
    // A key made since then is a new invitation.
    if (known?.revokedAt && keyMadeAt <= known.revokedAt) {
      throw new Problem('not-allowed', 'A facilitator removed you from this meeting. Ask for a new link to come back.');
    }
    const active = known !== null && known.revokedAt === null;
    const better = active && ROLES.indexOf(known.role) < ROLES.indexOf(role) ? known.role : role;
    if (active && known.joinedAt !== null && isSame(known, person) && known.role === better) return known;
    const member: MemberRecord = { ...person, role: better, joinedAt: duet.now().toISOString(), revokedAt: null };
    await admit(duet, file, member);
    return member;
  });
}

/** Whoever comes again by their link, as they were, changes nothing. */
function isSame(member: MemberRecord, person: PersonRecord): boolean {
  return member.name === person.name && member.side === person.side;
}

/** Somebody who was carried over from the meeting before comes in for the first time. */
export async function confirmMember(duet: Duet, file: MeetingFile, memberId: string): Promise<void> {
  if ((await file.member(memberId))?.joinedAt !== null) return;
  await duet.serial.run(file.id, async () => {
    const current = await duet.files.find(file.id);
    const member = await current?.member(memberId);
    if (!current || !member || member.joinedAt !== null || member.revokedAt !== null) return;
    await admit(duet, current, { ...member, joinedAt: duet.now().toISOString() });
  });
}

/** Membership, the person's own list, the people of the document and the meeting's state change as one. */
async function admit(duet: Duet, { id, record }: MeetingFile, member: MemberRecord): Promise<void> {
  const began: MeetingRecord = record.status === 'draft' ? { ...record, status: 'live' } : record;
  const { seriesId, createdAt } = record;
  const changes: Change[] = [
    meetingChange(id, `member/${member.id}`, member),
    ...duet.people.list(member.id, 'meeting', id, { id, createdAt }),
    ...(seriesId ? duet.people.list(member.id, 'series', seriesId, { id: seriesId, createdAt }) : []),
    ...(began === record ? [] : [meetingChange(id, 'meeting', began)]),
  ];
  if (record.status === 'finalized') await duet.store.commit(changes);
  else await duet.sync.edit(id, member.id, (doc) => setPerson(doc, attendee(member)), changes);
  duet.summaries.touched(id);
  duet.sync.memberChanged(id, member.id, callerOf(member));
}

function attendee({ id, name, side, role }: MemberRecord) {
  return { id, name, side, role };
}
