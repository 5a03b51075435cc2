import type { Present } from '../../people/presence.ts';
import { Avatar } from '../../ui/avatar.tsx';

const SHOWN = 4;

export function PresenceStack({ people }: { readonly people: readonly Present[] }) {
  const rest = people.length - SHOWN;
  return (
    <span
      className="stack"
      role="img"
      aria-label={people.length === 1 ? '1 person here' : `${people.length} people here`}
    >
      {people.slice(0, SHOWN).map((person) => (
        <Avatar key={person.id} person={person} size={28} />
      ))}
      {rest > 0 && <span className="avatar avatar--28">+{rest}</span>}
    </span>
  );
}
