import { type Attendee, leadsFor, type Voice } from '@duet/domain';
import { firstName, listed, voiceShort } from './person-words.ts';
import type { Present } from './presence.ts';

type Somebody = Pick<Attendee, 'name' | 'side' | 'role'>;

/** More names than these are no help: "the facilitators". */
const MOST_NAMES = 3;

/** Who speaks first for a side: a facilitator of it who is here, else the first who was ever to come, else the side itself. */
export function openerName(
  side: Voice | null,
  facilitators: readonly Attendee[],
  here: readonly Somebody[],
): string | null {
  if (side === null) return null;
  const leads = (person: Somebody): boolean => leadsFor(person) === side;
  const opener = here.find(leads) ?? facilitators.find(leads);
  return opener ? firstName(opener.name) : voiceShort(side);
}

/** Whom somebody's concern reaches, in words: the other facilitators who are here, else all who may come. */
export function facilitatorNames(facilitators: readonly Attendee[], here: readonly Present[], me: Somebody): string {
  const leading = here.filter(({ role, isMe }) => role === 'facilitator' && !isMe);
  const others = facilitators.filter(({ name, side }) => name !== me.name || side !== me.side);
  const names = (leading.length > 0 ? leading : others).map(({ name }) => firstName(name));
  return names.length > MOST_NAMES ? 'The facilitators' : listed(names);
}
