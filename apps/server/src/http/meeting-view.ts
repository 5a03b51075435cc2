import type { NewMeeting } from '../meetings/create-meeting.ts';

/** A new meeting with its invite links: the key stands in the fragment, which no browser sends anywhere. */
export function newMeetingView(meeting: NewMeeting, origin: string) {
  const link = (key: string) => inviteLink(origin, meeting.id, key);
  const { facilitator, participant, follower } = meeting.keys;
  return {
    ...meeting,
    links: { facilitator: link(facilitator), participant: link(participant), follower: link(follower) },
  };
}

export function inviteLink(origin: string, id: string, key: string): string {
  return `${origin}/m/${id}#key=${key}`;
}
