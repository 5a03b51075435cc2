import { type Carried, shortDay } from '@duet/domain';
import { useRoom } from './room.ts';

interface CarriedNoteProps {
  readonly entry: Carried;
  readonly className?: string;
}

/** How long something has been on the table: from one meeting to the next, or through several (M35). */
export function CarriedNote({ entry: { carried, since }, className = '' }: CarriedNoteProps) {
  const { today } = useRoom();
  if (carried === 0 || since === null) return null;
  const day = shortDay(since, today);
  return (
    <span className={`sub ${className}`.trim()}>
      {carried === 1 ? `Carried over from ${day}` : `Carried ${carried}×, since ${day}`}
    </span>
  );
}
