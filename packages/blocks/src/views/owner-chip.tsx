import { soleOwner } from '@duet/domain';
import { ArrowUpRight, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { type Option, OptionList } from './option-list.tsx';
import { matchingPeople, peopleOf, personNamed } from './person.ts';
import { ChipPopover } from './popover.tsx';
import { type Room, useRoom } from './room.ts';

interface OwnerChipProps {
  readonly owner: string | null;
  /** "Owner of this risk". */
  readonly label: string;
  /** What stands there while nobody owns it. */
  readonly nobody: string;
  /** Whether a missing owner is asked for by a dashed chip, or is only a quiet offer. */
  readonly asks: boolean;
  readonly small?: boolean;
  /** What the list says for taking the owner away. */
  readonly clear?: { readonly words: string; readonly end?: string };
  readonly onChoose: (owner: string | null) => void;
}

const NOBODY = '(nobody)';

/** Who owns something. A group or several people are shown as written, but asked about: nobody in particular acts. */
export function OwnerChip({ owner, label, nobody, asks, small = false, clear, onChoose }: OwnerChipProps) {
  const room = useRoom();
  const sole = soleOwner(owner);
  const shown = owner === null || sole === null ? null : personNamed(sole, peopleOf(room.attendees));
  if (shown === null && !asks && !room.editable) return null;
  return (
    <ChipPopover
      label={`${label}: ${shown ? `@${shown.handle}` : (owner ?? nobody)}`}
      className={shown ? 'assignee' : askClass(asks, small)}
      chip={
        shown ? (
          <>
            <Avatar person={shown} small />
            <OwnerWords words={`@${shown.handle}`} />
          </>
        ) : (
          <>
            <UserPlus className="icon icon--14" aria-hidden="true" />
            <OwnerWords words={owner ?? nobody} />
          </>
        )
      }
    >
      {(close) => (
        <OptionList
          label={label}
          options={ownerOptions(room, sole, owner === null ? undefined : clear)}
          typed={(query) => freeName(query, room)}
          onChoose={(key) => {
            close();
            onChoose(key === NOBODY ? null : key);
          }}
        />
      )}
    </ChipPopover>
  );
}

/** A narrow column cuts them short; the title has them whole. */
function OwnerWords({ words }: { readonly words: string }) {
  return (
    <span className="cut-short" title={words}>
      {words}
    </span>
  );
}

function askClass(asks: boolean, small: boolean): string {
  const size = small ? ' chip--sm' : '';
  return asks ? `chip chip--ask${size}` : `chip chip--offer${size}`;
}

function ownerOptions(room: Room, chosen: string | null, clear: OwnerChipProps['clear']): readonly Option[] {
  const people = matchingPeople(room.attendees, room.namesInDocument(), '').map((person): Option => {
    const option = {
      key: person.handle,
      words: `@${person.handle} ${person.name ?? ''}`,
      content: `@${person.handle}`,
    };
    const end: ReactNode = person.name;
    return { ...option, icon: <Avatar person={person} />, end, chosen: person.handle === chosen?.toLowerCase() };
  });
  if (clear === undefined) return people;
  const icon = <ArrowUpRight className="icon" aria-hidden="true" />;
  return [...people, { key: NOBODY, words: clear.words, icon, end: clear.end, ruled: true }];
}

/** A name that nobody here has. */
function freeName(query: string, room: Room): Option | null {
  const name = query.replace(/^@/, '').trim();
  if (name === '' || matchingPeople(room.attendees, [], name).some(({ handle }) => handle === name.toLowerCase()))
    return null;
  const person = personNamed(name, []);
  return { key: name, words: name, icon: <Avatar person={person} />, content: `@${name}`, end: 'Not here' };
}
