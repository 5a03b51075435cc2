import { type IsoDate, parseIsoDate } from '@duet/domain';
import { fullDay } from '../../time/format-date.ts';

interface DateFieldProps {
  readonly date: IsoDate | null;
  readonly editable: boolean;
  readonly onChange: (date: IsoDate) => void;
}

/** Reads as words; the native date field lies over them, for the keyboard and the system's calendar. */
export function DateField({ date, editable, onChange }: DateFieldProps) {
  const words = date === null ? 'No date yet' : <time dateTime={date}>{fullDay(date)}</time>;
  if (!editable) return words;
  return (
    <span className="overlaid">
      {words}
      <input
        type="date"
        aria-label="Date of the meeting"
        value={date ?? ''}
        onClick={(event) => event.currentTarget.showPicker()}
        onChange={(event) => {
          const day = parseIsoDate(event.target.value);
          if (day !== null) onChange(day);
        }}
      />
    </span>
  );
}
