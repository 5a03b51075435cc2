import { carriedPoints, type IsoDate, type Meeting, nextDate } from '@duet/domain';
import { useId } from 'react';
import type { MeetingMetadata } from '../../api/types.ts';
import { shortDay } from '../../time/format-date.ts';
import { NextInSeries } from './next-in-series.tsx';

interface CarriedListProps {
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly onReveal: (blockId: string) => void;
}

/** What was left open when the notes became final: the next meeting of the series begins with it. */
export function CarriedList({ metadata, meeting, today, onReveal }: CarriedListProps) {
  const heading = useId();
  const points = carriedPoints(meeting, today);
  const isInSeries = metadata.seriesId !== null;
  if (points.length === 0 && !isInSeries) return null;
  const next = nextDate(meeting);
  const title = next === null ? 'Carried over' : `Carried to ${shortDay(next)}`;
  return (
    <section aria-labelledby={heading}>
      <div className="rail__head">
        <h2 id={heading}>{isInSeries ? title : 'Left open'}</h2>
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
      <NextInSeries metadata={metadata} meeting={meeting} />
    </section>
  );
}
