import { type Person, voiceClass } from './person.ts';

/** Initials in the colour of a side. Facilitators' sides are solid, everybody else is graphite. */
export function Avatar({ person, small = false }: { readonly person: Person; readonly small?: boolean }) {
  const side = person.side === 'other' ? '' : ` avatar--${voiceClass(person.side)}`;
  return (
    <span className={`avatar${side}${small ? ' avatar--20' : ''}`} aria-hidden="true">
      {person.initials}
    </span>
  );
}
