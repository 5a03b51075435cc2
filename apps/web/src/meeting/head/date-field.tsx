import { type IsoDate, parseIsoDate } from '@duet/domain';
import { fullDay } from '../../time/format-date.ts';
import { useDraft } from './use-draft.ts';

interface DateFieldProps {
  readonly date: IsoDate | null;
  readonly editable: boolean;
  readonly onChange: (date: IsoDate) => void;
}

/** Reads as words; the native date field lies over them, for the keyboard and the system's calendar. */
export function DateField({ date, editable, onChange }: DateFieldProps) {
  const draft = useDraft(date ?? '', (said) => {
    const day = parseIsoDate(said);
    if (day !== null) onChange(day);
  });
  const words = date === null ? 'No date yet' : <time dateTime={date}>{fullDay(date)}</time>;
  if (!editable) return words;
  return (
    <span className="overlaid">
      {words}
      <input
        type="date"
        aria-label="Date of the meeting"
        // Empty while its parts make no day, such as February 31 on the way to the 3rd.
        value={draft.value}
        onClick={(event) => event.currentTarget.showPicker()}
        onFocus={draft.onFocus}
        onBlur={draft.onBlur}
        onChange={(event) => draft.onChange(event.target.value)}
      />
    </span>
  );
}
