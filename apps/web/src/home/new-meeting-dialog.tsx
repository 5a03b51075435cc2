import { useState } from 'react';
import { useLocation } from 'wouter';
import { createMeeting, createSeries, nextOfSeries } from '../api/meetings.ts';
import type { MeetingSummary, NewMeeting, Series } from '../api/types.ts';
import { useSession } from '../app/session-context.tsx';
import { type PersonDraft, PersonFields } from '../people/person-fields.tsx';
import { rememberKeys } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { dayOfNext } from './next-meeting.ts';
import { SeriesField } from './series-field.tsx';

const DEFAULT_TITLE = 'Product and engineering sync';

interface NewMeetingDialogProps {
  readonly series: readonly Series[];
  /** The meetings that there are, for the day after the last one. */
  readonly meetings?: readonly MeetingSummary[];
  readonly onClose: () => void;
}

export function NewMeetingDialog({ series, meetings = [], onClose }: NewMeetingDialogProps) {
  const { person, introduce } = useSession();
  const [, navigate] = useLocation();
  const { busy, error, run } = useBusy();
  // What nobody said yet goes with the series, which may come after the dialog.
  const [saidSeries, setSeriesId] = useState<string | null | undefined>(undefined);
  const seriesId = saidSeries === undefined ? (series[0]?.id ?? null) : saidSeries;
  const [saidTitle, setTitle] = useState<string | null>(null);
  const [saidDate, setDate] = useState<string | null>(null);
  const title = saidTitle ?? series.find(({ id }) => id === seriesId)?.title ?? DEFAULT_TITLE;
  const date = saidDate ?? dayOfNext(seriesId, meetings, localToday());
  const [weekly, setWeekly] = useState(true);
  const [who, setWho] = useState<PersonDraft>({ name: '', side: 'product' });

  const make = async (details: { title: string; date: string }): Promise<NewMeeting> => {
    if (seriesId !== null) return nextOfSeries(seriesId, details);
    return createMeeting(weekly ? { ...details, seriesId: (await createSeries(details.title)).id } : details);
  };

  const create = async (): Promise<void> => {
    if (!person) await introduce(who);
    const details = { title: title.trim() || DEFAULT_TITLE, date };
    const meeting = await make(details);
    rememberKeys(meeting.id, meeting.keys);
    navigate(`/m/${meeting.id}`);
  };

  return (
    <Dialog narrow title="New meeting" lead="It opens with an agenda that is ready to fill in." onClose={onClose}>
      <form
        className="dialog__form form"
        onSubmit={(event) => {
          event.preventDefault();
          run(create);
        }}
      >
        <label className="form-row">
          <span className="form-label">Title</span>
          <input
            className="input"
            type="text"
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
        <label className="form-row">
          <span className="form-label">Date</span>
          <input
            className="input"
            type="date"
            required
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        </label>
        <SeriesField series={series} seriesId={seriesId} onChange={setSeriesId} />
        {seriesId === null && (
          <label className="form-check">
            <input type="checkbox" checked={weekly} onChange={(event) => setWeekly(event.target.checked)} />
            <span>
              Every week
              <span className="form-hint form-hint--block">Each meeting hands what is open to the next.</span>
            </span>
          </label>
        )}
        {!person && <PersonFields value={who} onChange={setWho} />}
        <FormError message={error} />
        <div className="form-do form-do--end">
          <button type="button" className="btn btn--ghost" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="btn btn--primary" disabled={busy || (!person && who.name.trim() === '')}>
            Create meeting
          </button>
        </div>
      </form>
    </Dialog>
  );
}
