import { Eye } from 'lucide-react';
import { useId } from 'react';
import { firstName } from '../../people/person-words.ts';
import type { Present } from '../../people/presence.ts';
import { Avatar } from '../../ui/avatar.tsx';

interface RoomListProps {
  readonly people: readonly Present[];
  /** The title of the section that a person is in. */
  readonly sectionOf: (person: Present) => string | null;
  readonly onFollow: (personId: string) => void;
}

export function RoomList({ people, sectionOf, onFollow }: RoomListProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>In the room</h2>
        <span className="count">{people.length}</span>
      </div>
      <ul>
        {people.map((person) => (
          <li className="person" key={person.id}>
            <Avatar person={person} />
            {person.isMe || person.place === null ? (
              <span className="person__name">{person.name}</span>
            ) : (
              <button
                type="button"
                className="person__name person__follow"
                title={`Follow ${firstName(person.name)}`}
                onClick={() => onFollow(person.id)}
              >
                {person.name}
              </button>
            )}
            <span className="person__where">
              <Where person={person} people={people} sectionOf={sectionOf} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Where({ person, people, sectionOf }: { person: Present } & Pick<RoomListProps, 'people' | 'sectionOf'>) {
  if (person.isMe) return 'You';
  const leader = people.find((other) => isIn(other, person.following) && other !== person);
  if (leader) {
    return (
      <>
        <Eye className="icon" aria-label="Follows" />
        {firstName(leader.name)}
      </>
    );
  }
  if (people.some((other) => isIn(person, other.following) && other !== person)) return 'Leading';
  const section = sectionOf(person);
  return section ? `In ${section}` : person.role === 'follower' ? 'Reading' : '';
}

const isIn = ({ ids }: Present, id: string | null): boolean => id !== null && ids.includes(id);
