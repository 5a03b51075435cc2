import { ROLES, type Role, SIDES, type Side } from '@duet/domain';
import type { Place } from '@duet/editor';
import type { Awareness } from 'y-protocols/awareness';

/** Somebody who has the meeting open, in however many tabs and browsers. */
export interface Present {
  readonly id: string;
  /** One for each browser: somebody who joined in two of them is known to the server as two. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
  /** What stands at the top of their page. */
  readonly place: Place | null;
  /** The section that their caret is in, by the id of its heading. */
  readonly section: string | null;
  /** The id of the person whose place they follow. */
  readonly following: string | null;
  readonly isMe: boolean;
}

type Me = Pick<Present, 'id' | 'name' | 'side' | 'role'>;

/**
 * Who is here, facilitators first. `state.user` is stamped by the server and says who it is; the rest is the
 * client's own word (`place` and `section` are the editor's, `following` is of this page), so its shape is checked.
 *
 * Browsers of the same name, side and role are one person. Not those of another role: whoever comes by the link of the
 * followers under a facilitator's name is seen.
 */
export function presentPeople(awareness: Awareness, me: Me): readonly Present[] {
  const found = new Map<string, Present>();
  for (const [client, state] of awareness.getStates()) {
    const isMe = client === awareness.clientID;
    const user = isMe ? me : readUser(state.user);
    if (user === null) continue;
    const place = readPlace(state.place);
    const section = readText(state.section);
    const following = readText(state.following);
    const key = `${user.role} ${user.side} ${user.name.trim().toLowerCase()}`;
    const known = found.get(key);
    const ids = [...new Set([...(known?.ids ?? []), user.id])].sort();
    const shown = known && (known.place !== null || place === null) ? known : { ...user, place, section, following };
    found.set(key, { ...shown, ids, isMe: ids.includes(me.id) });
  }
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Product facilitators, engineering facilitators, everybody else. */
function rank({ role, side }: Present): number {
  return role === 'facilitator' ? SIDES.indexOf(side) : SIDES.length;
}

function readUser(value: unknown): Me | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, side, role } = value as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return null;
  return {
    id,
    name,
    side: SIDES.find((known) => known === side) ?? 'other',
    role: ROLES.find((known) => known === role) ?? 'follower',
  };
}

function readPlace(value: unknown): Place | null {
  if (typeof value !== 'object' || value === null) return null;
  const { blockId, offset, seesCaret } = value as Record<string, unknown>;
  if (typeof blockId !== 'string') return null;
  const place = { blockId, offset: typeof offset === 'number' && Number.isFinite(offset) ? offset : 0 };
  return seesCaret === true ? { ...place, seesCaret } : place;
}

function readText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
