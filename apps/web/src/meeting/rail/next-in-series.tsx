import { type Meeting, nextDate, parseIsoDate } from '@duet/domain';
import { ArrowRight } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { nextOfSeries } from '../../api/meetings.ts';
import type { MeetingMetadata } from '../../api/types.ts';
import { rememberKeys } from '../../share/link-keys.ts';
import { weekdayAndDay } from '../../time/format-date.ts';
import { FormError } from '../../ui/form-error.tsx';
import { useBusy } from '../../ui/use-busy.ts';
import { useSeriesMeetings } from '../commands/use-series-meetings.ts';

interface NextInSeriesProps {
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
}

/** [M35] The way on from final notes: the next meeting of the series. While there is none, facilitators make it here. */
export function NextInSeries({ metadata, meeting }: NextInSeriesProps) {
  const { seriesId, role } = metadata;
  const others = useSeriesMeetings(metadata);
  const [, navigate] = useLocation();
  const { busy, error, run } = useBusy();
  if (seriesId === null || others === null) return null;
  const later = others.filter(({ date }) => date !== null && meeting.date !== null && date > meeting.date);
  const next = later.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? -1 : 1))[0];
  if (next) {
    const day = parseIsoDate(next.date ?? '');
    return (
      <Link href={`/m/${next.id}`} className="btn btn--block">
        Open {day === null ? 'the next meeting' : weekdayAndDay(day)}
        <ArrowRight className="icon icon--14" />
      </Link>
    );
  }
  if (role !== 'facilitator') return null;
  const day = nextDate(meeting);
  const prepare = async (): Promise<void> => {
    const made = await nextOfSeries(seriesId, {});
    rememberKeys(made.id, made.keys);
    navigate(`/m/${made.id}`);
  };
  return (
    <>
      <button type="button" className="btn btn--block" disabled={busy} onClick={() => run(prepare)}>
        Prepare {day === null ? 'the next meeting' : weekdayAndDay(day)}
        <ArrowRight className="icon icon--14" />
      </button>
      <FormError message={error} />
    </>
  );
}
