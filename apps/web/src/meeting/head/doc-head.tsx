import { setDetails } from '@duet/document';
import { attendees, facilitators, type Meeting, SIDES } from '@duet/domain';
import type * as Y from 'yjs';
import { shortNames } from '../../people/person-words.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { DateField } from './date-field.tsx';
import { DurationField } from './duration-field.tsx';
import { TitleField } from './title-field.tsx';
import { useDetails } from './use-details.ts';

interface DocHeadProps {
  readonly doc: Y.Doc;
  readonly meeting: Meeting;
  readonly editable: boolean;
}

const SHORT_SIDE = { product: ', PM', engineering: ', EM', other: '' } as const;

/** What stands above the agenda: title, purpose and the details of this one meeting (M2). */
export function DocHead({ doc, meeting, editable }: DocHeadProps) {
  const { title, date, durationMinutes } = useDetails(doc);
  const leading = facilitators(meeting).toSorted((a, b) => SIDES.indexOf(a.side) - SIDES.indexOf(b.side));
  const others = attendees(meeting);
  const names = shortNames([...leading, ...others].map(({ name }) => name));
  return (
    <header>
      <TitleField title={title} editable={editable} onChange={(said) => setDetails(doc, { title: said })} />
      <p className="doc-purpose">What ships, what is in the way, and who does what about it</p>
      <dl className="details">
        <div>
          <dt>Date</dt>
          <dd className="num">
            <DateField date={date} editable={editable} onChange={(day) => setDetails(doc, { date: day })} />
          </dd>
        </div>
        <div>
          <dt>Facilitators</dt>
          <dd className="details__people">
            {leading.map((person, index) => (
              <span className="details__person" key={person.id}>
                <Avatar person={person} size={20} />
                {names[index]}
                {SHORT_SIDE[person.side]}
              </span>
            ))}
            {leading.length === 0 && 'Nobody yet'}
          </dd>
        </div>
        <div>
          <dt>Attendees</dt>
          <dd className="details__people">
            {others.length === 0 ? (
              <span className="muted">Nobody else yet</span>
            ) : (
              names.slice(leading.length).join(', ')
            )}
          </dd>
        </div>
        <div>
          <dt>Duration</dt>
          <dd className="num">
            <DurationField
              minutes={durationMinutes}
              editable={editable}
              onChange={(minutes) => setDetails(doc, { durationMinutes: minutes })}
            />
          </dd>
        </div>
      </dl>
    </header>
  );
}
