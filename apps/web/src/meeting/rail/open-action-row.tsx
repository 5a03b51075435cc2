import {
  ACTION_STATES,
  ACTION_WORDS,
  type ActionItem,
  type ActionState,
  type Attendee,
  isOpenAction,
  type LaterChange,
  lateDays,
  laterChangeWords,
  plainText,
} from '@duet/domain';
import { useId, useState } from 'react';
import { messageOf } from '../../api/api-error.ts';
import { changeAction } from '../../api/meetings.ts';
import type { ActionChange } from '../../api/types.ts';
import { clockOrDay, localToday, weekdayAndDay } from '../../time/format-date.ts';
import { toasts } from '../../ui/toast-store.ts';

interface OpenActionRowProps {
  readonly meetingId: string;
  readonly action: ActionItem;
  readonly people: readonly Attendee[];
  /** What moved last since the notes were final. */
  readonly changes: readonly LaterChange[];
}

/** An action of final notes: its status at hand, its owner and day behind one more click. */
export function OpenActionRow({ meetingId, action, people, changes }: OpenActionRowProps) {
  const [busy, setBusy] = useState(false);
  const [editing, setEditing] = useState(false);
  const text = plainText(action.action);
  const today = localToday();
  const last = changes.at(-1);
  const send = (said: ActionChange): void => {
    setBusy(true);
    changeAction(meetingId, action.id, said)
      .then(() => setEditing(false))
      .catch((error: unknown) =>
        toasts.show({ tone: 'error', text: 'The action was not changed', sub: messageOf(error) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <li className="mine mine--action">
      <div>
        <div className={`attn__title${isOpenAction(action) ? '' : ' is-settled'}`}>{text}</div>
        <button
          type="button"
          className={`attn__why mine__edit${lateDays(action, today) > 0 ? ' is-late' : ''}`}
          aria-expanded={editing}
          aria-label={`Owner and due date of ${text}: ${aboutOf(action)}`}
          onClick={() => setEditing(!editing)}
        >
          {aboutOf(action)}
        </button>
        {last && (
          <div className="attn__why">
            {changes.map((change) => laterChangeWords(change, today)).join('; ')} ({last.by}, {clockOrDay(last.at)})
          </div>
        )}
      </div>
      <select
        className="select"
        aria-label={`Status of ${text}`}
        disabled={busy}
        value={action.status}
        onChange={(event) => send({ status: event.target.value as ActionState })}
      >
        {ACTION_STATES.map((state) => (
          <option key={state} value={state}>
            {ACTION_WORDS[state]}
          </option>
        ))}
      </select>
      {editing && <ActionFields key={`${action.owner} ${action.due}`} {...{ action, text, people, busy, send }} />}
    </li>
  );
}

interface ActionFieldsProps {
  readonly action: ActionItem;
  readonly text: string;
  readonly people: readonly Attendee[];
  readonly busy: boolean;
  readonly send: (change: ActionChange) => void;
}

function ActionFields({ action, text, people, busy, send }: ActionFieldsProps) {
  const id = useId();
  const [owner, setOwner] = useState(action.owner ?? '');
  const [due, setDue] = useState<string>(action.due ?? '');
  const changed: ActionChange = {
    ...(owner.trim() !== (action.owner ?? '') && { owner: owner.trim() || null }),
    ...(due !== (action.due ?? '') && { due: due || null }),
  };
  return (
    <form
      className="mine__fields"
      onSubmit={(event) => {
        event.preventDefault();
        send(changed);
      }}
    >
      <input
        className="input"
        aria-label={`Owner of ${text}`}
        placeholder="Nobody"
        list={`${id}-people`}
        value={owner}
        onChange={(event) => setOwner(event.target.value)}
      />
      <datalist id={`${id}-people`}>
        {people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <input
        className="input"
        type="date"
        aria-label={`Due date of ${text}`}
        value={due}
        onChange={(event) => setDue(event.target.value)}
      />
      <button type="submit" className="btn btn--sm" disabled={busy || Object.keys(changed).length === 0}>
        Save
      </button>
    </form>
  );
}

function aboutOf({ owner, due }: ActionItem): string {
  return `${owner ?? 'Nobody yet'}, ${due === null ? 'no due date' : `due ${weekdayAndDay(due)}`}`;
}
