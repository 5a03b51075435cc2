import { carriedPoints, type IsoDate, type Meeting, nextDate } from '@duet/domain';
import { useId } from 'react';
import { shortDay } from '../../time/format-date.ts';

interface CarriedListProps {
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly onReveal: (blockId: string) => void;
}

/** What was left open when the notes became final: the next meeting begins with it. */
export function CarriedList({ meeting, today, onReveal }: CarriedListProps) {
  const heading = useId();
  const points = carriedPoints(meeting, today);
  if (points.length === 0) return null;
  const next = nextDate(meeting);
  return (
    <section aria-labelledby={heading}>
      <div className="rail__head">
        <h2 id={heading}>{next === null ? 'Carried over' : `Carried to ${shortDay(next)}`}</h2>
        <span className="count">{points.length}</span>
      </div>
      <ul>
        {points.map(({ blockId, title, why }) => (
          <li className="carried" key={blockId}>
            <button type="button" className="carried__go" title={why} onClick={() => onReveal(blockId)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
