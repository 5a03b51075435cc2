import type { ReactNode } from 'react';
import type { OutlineEntry, OutlineModel } from './outline-model.ts';
import { OutlineRow } from './outline-row.tsx';

export interface OutlineProps {
  readonly outline: OutlineModel;
  readonly inViewId: string | null;
  readonly runningId: string | null;
  readonly onGo: (id: string) => void;
  /** What stands under the title of the running section. */
  readonly meter?: ReactNode;
  /** Sections that the meeting has been through, by its clock. */
  readonly done: ReadonlySet<string>;
  readonly foot?: ReactNode;
}

export function Outline({ outline, inViewId, runningId, onGo, meter, done, foot }: OutlineProps) {
  const row = (entry: OutlineEntry): ReactNode => (
    <OutlineRow
      key={entry.id}
      entry={entry}
      isInView={entry.id === inViewId}
      isRunning={entry.id === runningId}
      isDone={done.has(entry.id)}
      meter={entry.id === runningId ? meter : undefined}
      onGo={onGo}
    />
  );
  return (
    <>
      {outline.before.length > 0 && <Group label="Before">{outline.before.map(row)}</Group>}
      {outline.inTheRoom.length > 0 && (
        <Group label="In the room" end={`${outline.minutes}m`}>
          {outline.inTheRoom.map(row)}
        </Group>
      )}
      {outline.after.length > 0 && <Group label="After">{outline.after.map(row)}</Group>}
      {foot && <div className="outline__foot">{foot}</div>}
    </>
  );
}

function Group({
  label,
  end,
  children,
}: {
  readonly label: string;
  readonly end?: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="outline__group">
      <div className="outline__label">
        <span>{label}</span>
        {end !== undefined && <span className="num">{end}</span>}
      </div>
      {children}
    </div>
  );
}
