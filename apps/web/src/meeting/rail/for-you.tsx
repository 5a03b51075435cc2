import { type ActionItem, type Attendee, actionItems, decisions, type Meeting, namesIn, plainText } from '@duet/domain';
import { Signpost, SquareCheck } from 'lucide-react';
import { useId } from 'react';
import { firstName } from '../../people/person-words.ts';
import { weekdayAndDay } from '../../time/format-date.ts';

interface ForYouProps {
  readonly meeting: Meeting;
  readonly me: Pick<Attendee, 'name'>;
  readonly onReveal: (blockId: string) => void;
}

/** What is on the person at this browser, for those who read along. */
export function ForYou({ meeting, me, onReveal }: ForYouProps) {
  const heading = useId();
  const actions = actionItems(meeting).filter((action) => isMine(action.owner, me.name) && isOpen(action));
  const pending = decisions(meeting).filter((one) => one.state === 'pending' && isMine(one.owner, me.name));
  if (actions.length + pending.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <div className="rail__head">
        <h2 id={heading}>For you, {firstName(me.name)}</h2>
        <span className="count">{actions.length + pending.length}</span>
      </div>
      <ul>
        {actions.map(({ id, action, due }) => (
          <li className="mine" key={id}>
            <SquareCheck className="icon" />
            <button type="button" className="attn__go" onClick={() => onReveal(id)}>
              <span className="attn__title">{plainText(action)}</span>
              <span className="attn__why">{due === null ? 'No due date' : `Due ${weekdayAndDay(due)}`}</span>
            </button>
          </li>
        ))}
        {pending.map(({ id, text }) => (
          <li className="mine" key={id}>
            <Signpost className="icon" />
            <button type="button" className="attn__go" onClick={() => onReveal(id)}>
              <span className="attn__title">{plainText(text)}</span>
              <span className="attn__why">A pending decision that waits for you</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isOpen = ({ status }: ActionItem): boolean => status === 'open' || status === 'in-progress';

/** Owners are written as handles as often as in full. */
function isMine(owner: string | null, name: string): boolean {
  const mine = [name, firstName(name)].map((form) => form.toLowerCase());
  return owner !== null && namesIn(owner).some((one) => mine.includes(one.toLowerCase()));
}
