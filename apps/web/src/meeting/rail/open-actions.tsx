import {
  type ActionItem,
  actionItems,
  isBlank,
  isOpenAction,
  type LaterChange,
  type Meeting,
  roster,
} from '@duet/domain';
import { useEffect, useId, useState } from 'react';
import { listLaterChanges } from '../../api/notes.ts';
import { OpenActionRow } from './open-action-row.tsx';

interface OpenActionsProps {
  readonly meetingId: string;
  readonly meeting: Meeting;
}

/** After the lock an action's owner, day and status still move (M32): on the server, since nobody can edit the notes. */
export function OpenActions({ meetingId, meeting }: OpenActionsProps) {
  const id = useId();
  const actions = actionItems(meeting).filter(({ action }) => !isBlank(action));
  const changes = useLaterChanges(meetingId, actions);
  if (actions.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <div className="rail__head">
        <h2 id={id}>Action items</h2>
        <span className="end num">{actions.filter(isOpenAction).length} open</span>
      </div>
      <ul>
        {actions.map((action) => (
          <OpenActionRow
            key={action.id}
            meetingId={meetingId}
            action={action}
            people={roster(meeting)}
            changes={lastOf(changes, action.id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** What was changed last, together: one person may have moved the owner and the day at once. */
function lastOf(changes: readonly LaterChange[], actionId: string): readonly LaterChange[] {
  const own = changes.filter((change) => change.actionId === actionId);
  return own.filter(({ at }) => at === own.at(-1)?.at);
}

/** What moved since the notes were final: asked for again whenever an action shows something else. */
function useLaterChanges(meetingId: string, actions: readonly ActionItem[]): readonly LaterChange[] {
  const [changes, setChanges] = useState<readonly LaterChange[]>([]);
  const shown = JSON.stringify(actions.map(({ owner, due, status }) => [owner, due, status]));
  useEffect(() => {
    let current = true;
    listLaterChanges(meetingId).then(
      (list) => current && setChanges(list),
      // The actions themselves are right; who moved them is told once the server answers again.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [meetingId, shown]);
  return changes;
}
