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

/**
 * Everybody once. Whoever joined in several browsers, or again after theirs forgot them, joined as several, and is still one
 * person: of one name and one side, with the most that any of them may do.
 */
export function everybodyOnce<P extends Omit<Attendee, 'id'>>(people: readonly P[]): readonly P[] {
  const found = new Map<string, P>();
  for (const person of people) {
    const key = `${person.side} ${person.name.trim().toLowerCase()}`;
    const known = found.get(key);
    if (known === undefined || ROLES.indexOf(person.role) < ROLES.indexOf(known.role)) found.set(key, person);
  }
  return [...found.values()];
}

/**
 * The side that somebody leads for, and so the colour they wear: facilitators that of their side, everybody else none.
 * Takes what other clients say of people, too.
 */
export function leadsFor({ side, role }: { readonly side?: unknown; readonly role?: unknown }): Voice | null {
  return role === 'facilitator' ? (VOICES.find((voice) => voice === side) ?? null) : null;
}

/** The names in an owner field ("@wen", "wen and @rosa", "wen, rosa"), without the `@`. */
export function namesIn(owner: string): readonly string[] {
  return owner
    .split(/[,;/&+|\n]|\s(?=@)|\b(?:and|or)\b/i)
    .map((name) => name.replace(/^[@\s]+/, '').trim())
    .filter((name) => name !== '');
}

/** What people write when there is no owner yet. */
const NOT_YET = words(
  'tbd tba tbc todo na none nobody noone unknown unassigned unowned unclear undecided decided determined open pending',
);
/** Words that make a group of whatever stands beside them. */
const GROUP = words(
  'team teams group squad guild crew staff org department dept committee board council leads leadership management ' +
    'folks people members engineers developers designers everyone everybody anyone anybody someone somebody all both we us',
);
/** Parts of a company. One of them is a person only together with a name. */
const DEPARTMENT = words(
  'pm pms em ems product engineering eng dev devs development design sales support success marketing legal finance ' +
    'hr security infra infrastructure platform mobile web ios android backend frontend data qa ops devops sre it',
);
const FILLER = words('the our a whole entire no one owner not yet to be');

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/**
 * The one person who owns something, or null. No owner, a group ("the team"), "unknown" and several people
 * are all the same to a risk: nobody in particular will act (M14). A name with a question mark is nobody's word yet.
 */
export function soleOwner(owner: string | null): string | null {
  const names = owner === null ? [] : namesIn(owner);
  const [only] = names;
  return names.length === 1 && only !== undefined && isPerson(only) ? only : null;
}

function isPerson(name: string): boolean {
  // "wen (platform team)", "wen from the platform team": what follows the name is about the person.
  const told = name.replace(/\s*\(.*\)$|\s+(?:of|from|in)\s.*$/i, '').toLowerCase();
  const parts = told.split(/[^\p{L}\p{N}?]+/u).filter((part) => part !== '');
  const telling = parts.filter((part) => !FILLER.has(part));
  return (
    telling.length > 0 &&
    !told.includes('?') &&
    !parts.some((part) => GROUP.has(part)) &&
    !telling.every((part) => NOT_YET.has(part) || DEPARTMENT.has(part))
  );
}

/** Two letters for an avatar: of the first and last name, or the first two of a single one. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s.]+/);
  const [first = '', last = ''] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  // Whole characters, not halves of a surrogate pair.
  const letters = last === '' ? [...first].slice(0, 2) : [[...first][0], [...last][0]];
  return letters.join('').toUpperCase() || '?';
}
