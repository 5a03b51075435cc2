/** The two voices of the meeting, and everybody else. */
export const SIDES = ['product', 'engineering', 'other'] as const;
export type Side = (typeof SIDES)[number];

/** The sides that facilitate and open sections. */
export const VOICES = ['product', 'engineering'] as const;
export type Voice = (typeof VOICES)[number];

export const ROLES = ['facilitator', 'participant', 'follower'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who joined the meeting. */
export interface Attendee {
  readonly id: string;
  readonly name: string;
  readonly side: Side;
  readonly role: Role;
}

/** The names in an owner field ("@wen", "wen and @rosa", "wen, rosa"), without the `@`. */
export function namesIn(owner: string): readonly string[] {
  return owner
    .split(/[,;/&+]|\band\b/i)
    .map((name) => name.trim().replace(/^@/, '').trim())
    .filter((name) => name !== '');
}

const NOBODY =
  /^(tbd|tba|n\/?a|none|nobody|no one|unknown|unassigned|unowned|open|\?+|-+|(the |our )?(whole )?(pm|em|product|engineering|eng|dev|design|sales|platform|mobile|backend|frontend|data|qa|ops|everyone|everybody|all|we|us)( (and|&) \w+)?( (team|group|leads?|squad|people|folks|org))?|(the |our )?(\w+ )?(team|group|squad|leads|leadership|committee|board|everyone|everybody|all|folks))$/i;

/**
 * The one person who owns something, or null. No owner, a group ("the team"), "unknown" and several people
 * are all the same to a risk: nobody in particular will act (M14).
 */
export function soleOwner(owner: string | null): string | null {
  if (owner === null) return null;
  const names = namesIn(owner);
  const [only] = names;
  return names.length === 1 && only !== undefined && !NOBODY.test(only) && !NOBODY.test(owner.trim()) ? only : null;
}
