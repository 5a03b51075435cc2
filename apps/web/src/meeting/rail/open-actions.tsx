import { type ActionItem, type ActionState, actionItems, type Meeting, plainText } from '@duet/domain';
import { useId, useState } from 'react';
import { messageOf } from '../../api/api-error.ts';
import { changeAction } from '../../api/meetings.ts';
import { weekdayAndDay } from '../../time/format-date.ts';
import { toasts } from '../../ui/toast-store.ts';

interface OpenActionsProps {
  readonly meetingId: string;
  readonly meeting: Meeting;
}

const STATES: Readonly<Record<ActionState, string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** After the lock the status of actions still moves (M32): on the server, since nobody can edit the notes. */
export function OpenActions({ meetingId, meeting }: OpenActionsProps) {
  const id = useId();
  const actions = actionItems(meeting).filter((action) => plainText(action.action).trim() !== '');
  if (actions.length === 0) return null;
  const open = actions.filter(({ status }) => status === 'open' || status === 'in-progress').length;
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>Action items</h2>
        <span className="end num">{open} open</span>
      </div>
      <ul>
        {actions.map((action) => (
          <ActionRow key={action.id} meetingId={meetingId} action={action} />
        ))}
      </ul>
    </section>
  );
}

function ActionRow({ meetingId, action }: { readonly meetingId: string; readonly action: ActionItem }) {
  const [busy, setBusy] = useState(false);
  const text = plainText(action.action);
  const about = [action.owner, action.due && `due ${weekdayAndDay(action.due)}`].filter(Boolean).join(', ');
  const change = (status: ActionState): void => {
    setBusy(true);
    changeAction(meetingId, action.id, { status })
      .catch((error: unknown) =>
        toasts.show({ tone: 'error', text: 'The status was not changed', sub: messageOf(error) }),
      )
      .finally(() => setBusy(false));
  };
  return (
    <li className="mine mine--action">
      <div>
        <div className="attn__title">{text}</div>
        {about !== '' && <div className="attn__why">{about}</div>}
      </div>
      <select
        className="select"
        aria-label={`Status of ${text}`}
        disabled={busy}
        value={action.status}
        onChange={(event) => change(event.target.value as ActionState)}
      >
        {Object.entries(STATES).map(([state, label]) => (
          <option key={state} value={state}>
            {label}
          </option>
        ))}
      </select>
    </li>
  );
}
