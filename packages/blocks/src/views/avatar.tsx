import { type Person, voiceClass } from './person.ts';

/** Initials: facilitators in the colour of their side, everybody else in graphite. */
export function Avatar({ person, small = false }: { readonly person: Person; readonly small?: boolean }) {
  const side = person.leads === null ? '' : ` avatar--${voiceClass(person.leads)}`;
  return (
    <span className={`avatar${side}${small ? ' avatar--20' : ''}`} aria-hidden="true">
      {person.initials}
    </span>
  );
}
