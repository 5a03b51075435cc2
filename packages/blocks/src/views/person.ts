import { type Attendee, initialsOf, leadsFor, type Voice } from '@duet/domain';

/** Somebody to offer or to show: the handle is what is stored and written after the `@`. */
export interface Person {
  readonly handle: string;
  readonly initials: string;
  /** Null for a name that is only in the document. */
  readonly name: string | null;
  /** The side that they lead for; null for everybody else. */
  readonly leads: Voice | null;
}

/** Attendees by handle: the first name, with the initial of the last one where two share it ("anna", "anna.k"). */
export function peopleOf(attendees: readonly Attendee[]): readonly Person[] {
  const firsts = attendees.map(({ name }) => firstName(name));
  return attendees.map(({ name, ...said }, index) => {
    const first = firsts[index] ?? name;
    const shared = firsts.filter((other) => other === first).length > 1;
    const last = name.trim().split(/\s+/).slice(1).at(-1);
    const handle = shared && last !== undefined ? `${first}.${last.slice(0, 1).toLowerCase()}` : first;
    return { handle, initials: initialsOf(name), name, leads: leadsFor(said) };
  });
}

/** The person whom an owner field names. One who isn't here gets the initials of the name itself. */
export function personNamed(owner: string, people: readonly Person[]): Person {
  const wanted = owner.toLowerCase();
  return (
    people.find(({ handle, name }) => handle === wanted || name?.toLowerCase() === wanted) ?? {
      handle: owner,
      initials: initialsOf(owner),
      name: null,
      leads: null,
    }
  );
}

/** Attendees first, then names that only the document knows; `query` matches handle and name from their starts. */
export function matchingPeople(
  attendees: readonly Attendee[],
  namesInDocument: readonly string[],
  query: string,
): readonly Person[] {
  const here = peopleOf(attendees);
  const others = [...new Set(namesInDocument.map((name) => name.toLowerCase()))]
    .filter((name) => !here.some(({ handle, name: full }) => handle === name || full?.toLowerCase() === name))
    .map((name) => personNamed(name, []));
  const wanted = query.trim().replace(/^@/, '').toLowerCase();
  return [...here, ...others].filter(
    ({ handle, name }) =>
      handle.toLowerCase().startsWith(wanted) ||
      (name ?? '')
        .toLowerCase()
        .split(/\s+/)
        .some((part) => part.startsWith(wanted)),
  );
}

function firstName(name: string): string {
  return (name.trim().split(/\s+/)[0] ?? name).toLowerCase();
}

const VOICE_CLASS: Readonly<Record<Voice, string>> = { product: 'pm', engineering: 'em' };

/** The suffix of the component classes of a colour: `avatar--pm`, `caret--em`, `caret--peer` for who leads for no side. */
export function voiceClass(leads: Voice | null): string {
  return leads === null ? 'peer' : VOICE_CLASS[leads];
}
