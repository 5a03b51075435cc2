import { daysBetween, type IsoDate } from '@duet/domain';
import { useState } from 'react';
import { Link } from 'wouter';
import { changeAction } from '../api/meetings.ts';
import { firstName } from '../people/person-words.ts';
import { shortDay, weekdayAndDay } from '../time/format-date.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Check } from '../ui/check.tsx';
import { toasts } from '../ui/toast-store.ts';
import { dayLabel } from './meeting-words.ts';
import type { OpenAction } from './overview.ts';

interface OpenActionsTableProps {
  readonly actions: readonly OpenAction[];
  readonly myName: string;
  readonly today: IsoDate;
}

/** What somebody said they would do, from all meetings. Ticking it here settles it there. */
export function OpenActionsTable({ actions, myName, today }: OpenActionsTableProps) {
  const [mine, setMine] = useState(false);
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const shown = mine ? actions.filter(({ owner }) => isOwner(owner, myName)) : actions;

  const settle = ({ id, meeting }: OpenAction): void => {
    setDone((before) => new Set(before).add(id));
    changeAction(meeting.id, id, { status: 'done' }).catch(() => {
      setDone((before) => new Set([...before].filter((other) => other !== id)));
      toasts.show({ tone: 'error', text: 'The action was not marked done', sub: 'Open its meeting and try there.' });
    });
  };

  return (
    <section aria-labelledby="open-actions">
      <div className="block-head">
        <h2 id="open-actions">Open actions</h2>
        <span className="count">{actions.length - done.size}</span>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons of one switch, not a form. */}
        <div className="end seg" role="group" aria-label="Whose">
          <button type="button" aria-pressed={!mine} onClick={() => setMine(false)}>
            Everyone
          </button>
          <button type="button" aria-pressed={mine} onClick={() => setMine(true)}>
            Mine
          </button>
        </div>
      </div>
      <table className="table actions">
        <colgroup>
          <col className="col-check" />
          <col />
          <col className="col-owner" />
          <col className="col-due" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">Done</span>
            </th>
            <th scope="col">Action</th>
            <th scope="col">Owner</th>
            <th scope="col">Due date</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={`${one.meeting.id} ${one.id}`} className={done.has(one.id) ? 'is-done-row' : undefined}>
              <td>
                <Check
                  label={`Done: ${one.action}`}
                  checked={done.has(one.id)}
                  disabled={done.has(one.id) || one.meeting.role === 'follower'}
                  onChange={() => settle(one)}
                />
              </td>
              <td className="lead">
                <Link href={`/m/${one.meeting.id}`}>{one.action}</Link>
                <span className="sub">{whence(one)}</span>
              </td>
              <td>{one.owner === null ? <span className="muted">Nobody</span> : <Owner action={one} />}</td>
              <td className={one.due !== null && one.due < today ? 'date due--late' : 'date'}>
                {one.due === null ? 'No date' : dueWords(one.due, today)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="muted home-none">Nothing open with your name on it.</p>}
    </section>
  );
}

function Owner({ action }: { readonly action: OpenAction }) {
  const said = action.owner ?? '';
  const person = action.people.find(({ name }) => isOwner(said, name));
  return (
    <span className="assignee">
      <Avatar person={person ?? { name: said, side: 'other', role: 'participant' }} size={20} />@{said}
    </span>
  );
}

/** "From Mar 18", "Since Mar 11, carried over once" */
function whence({ meeting, carried, since }: OpenAction): string {
  if (carried === 0 || since === null) return `From ${dayLabel(meeting)}`;
  return `Since ${shortDay(since)}, carried over ${carried === 1 ? 'once' : `${carried} times`}`;
}

function dueWords(due: IsoDate, today: IsoDate): string {
  const days = daysBetween(today, due);
  if (days < 0) return days === -1 ? '1 day late' : `${-days} days late`;
  if (days === 0) return 'Today';
  return days === 1 ? 'Tomorrow' : weekdayAndDay(due);
}

function isOwner(owner: string | null, name: string): boolean {
  const said = owner?.toLowerCase();
  return said === name.toLowerCase() || said === firstName(name).toLowerCase();
}
