import type { Attendee } from '@duet/domain';
import { useId } from 'react';
import type { Answer } from './review.ts';

interface PointInputProps {
  readonly answer: Answer;
  readonly people: readonly Attendee[];
  readonly onValue: (value: string) => void;
}

const MISSING = {
  person: 'Name one person: a group does not act.',
  people: 'Name who decided.',
  day: 'Pick a day.',
  text: 'Write a sentence.',
} as const;

/** What a choice asks for: a person, people, a day or some words. */
export function PointInput({ answer, people, onValue }: PointInputProps) {
  const id = useId();
  const { choice, point, value, complete } = answer;
  if (choice.deed.kind !== 'ask') return null;
  const { input } = choice.deed;
  const field = {
    className: `input fix__input${input === 'text' ? ' fix__input--text' : ''}`,
    'aria-label': `${choice.label}: ${point.finding.title}`,
    'aria-invalid': !complete,
    'aria-describedby': `${id}-missing`,
    value,
  };
  const names = input === 'person' || input === 'people';
  return (
    <>
      {input === 'text' ? (
        <textarea {...field} rows={2} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input
          {...field}
          type={input === 'day' ? 'date' : 'text'}
          placeholder={names ? PLACEHOLDERS[input] : undefined}
          list={names ? `${id}-people` : undefined}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
      {names && (
        <datalist id={`${id}-people`}>
          {people.map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
      )}
      <div className="fix__why fix__why--bad" id={`${id}-missing`}>
        {complete ? '' : MISSING[input]}
      </div>
    </>
  );
}

const PLACEHOLDERS = { person: 'One person’s name', people: 'Names, with commas' } as const;
