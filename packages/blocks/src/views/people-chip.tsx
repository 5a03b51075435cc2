import { UserPlus } from 'lucide-react';
import { Avatar } from './avatar.tsx';
import { OptionList } from './option-list.tsx';
import { matchingPeople, peopleOf, personNamed } from './person.ts';
import { ChipPopover } from './popover.tsx';
import { useRoom } from './room.ts';

interface PeopleChipProps {
  readonly names: readonly string[];
  readonly label: string;
  readonly nobody: string;
  /** What follows the names. */
  readonly after: string;
  readonly onChange: (names: readonly string[]) => void;
}

/** Several people: each choice adds one or takes one out, and the list stays open for the next. */
export function PeopleChip({ names, label, nobody, after, onChange }: PeopleChipProps) {
  const room = useRoom();
  const here = peopleOf(room.attendees);
  const words = inWords(names.map((name) => firstNameOf(personNamed(name, here).name ?? name)));
  const has = (handle: string): boolean =>
    names.some((name) => personNamed(name, here).handle.toLowerCase() === handle.toLowerCase());
  const toggle = (handle: string): void =>
    onChange(
      has(handle)
        ? names.filter((name) => personNamed(name, here).handle.toLowerCase() !== handle.toLowerCase())
        : [...names, handle],
    );
  return (
    <ChipPopover
      label={`${label}: ${names.length === 0 ? nobody : words}`}
      className={names.length === 0 ? 'chip chip--sm chip--ask' : 'quiet'}
      chip={
        names.length === 0 ? (
          <>
            <UserPlus className="icon icon--14" aria-hidden="true" />
            {nobody}
          </>
        ) : (
          `${words}${after}`
        )
      }
    >
      {() => (
        <OptionList
          label={label}
          options={matchingPeople(room.attendees, [...names, ...room.namesInDocument()], '').map((person) => ({
            key: person.handle,
            words: `@${person.handle} ${person.name ?? ''}`,
            content: `@${person.handle}`,
            icon: <Avatar person={person} />,
            end: person.name,
            chosen: has(person.handle),
          }))}
          typed={(query) => {
            const name = query.replace(/^@/, '');
            return { key: name, words: name, icon: <Avatar person={personNamed(name, [])} />, content: `@${name}` };
          }}
          onChoose={toggle}
        />
      )}
    </ChipPopover>
  );
}

function firstNameOf(name: string): string {
  const first = name.split(' ')[0] ?? name;
  return first.slice(0, 1).toUpperCase() + first.slice(1);
}

/** "Priya", "Priya and Jonas", "Priya, Jonas and Wen". */
function inWords(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
