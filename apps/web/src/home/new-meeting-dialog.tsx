import { useState } from 'react';
import { useLocation } from 'wouter';
import { createMeeting, createSeries, nextOfSeries } from '../api/meetings.ts';
import type { NewMeeting, Series } from '../api/types.ts';
import { useSession } from '../app/session-context.tsx';
import { type PersonDraft, PersonFields } from '../people/person-fields.tsx';
import { rememberKeys } from '../share/link-keys.ts';
import { localToday } from '../time/format-date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { SeriesField } from './series-field.tsx';

const DEFAULT_TITLE = 'Product and engineering sync';

interface NewMeetingDialogProps {
  readonly series: readonly Series[];
  readonly onClose: () => void;
}

export function NewMeetingDialog({ series, onClose }: NewMeetingDialogProps) {
  const { person, introduce } = useSession();
  const [, navigate] = useLocation();
  const { busy, error, run } = useBusy();
  const [title, setTitle] = useState(series[0]?.title ?? DEFAULT_TITLE);
  const [date, setDate] = useState<string>(localToday);
  const [seriesId, setSeriesId] = useState(series[0]?.id ?? null);
  const [weekly, setWeekly] = useState(false);
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
              Start a weekly series
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
