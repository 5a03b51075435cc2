import { addDays, type IsoDate, MONTHS, WEEKDAYS, weekday } from '@duet/domain';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { spokenDay } from './date-text.ts';
import { parseDateWords } from './date-words.ts';
import { useRoom } from './room.ts';

interface DatePickerProps {
  readonly value: IsoDate | null;
  readonly label: string;
  readonly onChoose: (day: IsoDate | null) => void;
  readonly children?: ReactNode;
}

/**
 * A month to pick a day from. The focus stays in one field: words go there ("fri", "mar 21"), arrows move by a day
 * or a week, Page Up and Page Down by a month, Enter takes the day. A dot marks the start of the next sprint.
 */
export function DatePicker({ value, label, onChoose, children }: DatePickerProps) {
  const { today, nextSprint } = useRoom();
  const [sprint] = useState(nextSprint);
  const helpId = useId();
  const [day, setDay] = useState<IsoDate>(value ?? today);
  const [words, setWords] = useState('');
  const unclear = words.trim() !== '' && parseDateWords(words, today) === null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const moved = movedBy(event.key, day);
    if (moved !== null) {
      setDay(moved);
      setWords('');
    } else if (event.key === 'Enter' && !unclear) onChoose(day);
    else return;
    event.preventDefault();
  };
  return (
    <div className="cal">
      <input
        className="pop__query"
        placeholder="Type a day: fri, mar 21"
        // biome-ignore lint/a11y/noAutofocus: it opens to be typed in, also where other controls stand before it.
        autoFocus
        aria-label={label}
        aria-describedby={helpId}
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setDay(parseDateWords(event.target.value, today) ?? day);
        }}
        onKeyDown={onKeyDown}
      />
      <output className="sr" id={helpId}>
        {unclear ? 'Not a day yet' : spokenDay(day)}
      </output>
      <div className="cal__head">
        <MonthButton label="Previous month" onClick={() => setDay(addMonths(day, -1))}>
          <ChevronLeft className="icon" aria-hidden="true" />
        </MonthButton>
        {MONTHS[Number(day.slice(5, 7)) - 1]} {day.slice(0, 4)}
        <MonthButton label="Next month" onClick={() => setDay(addMonths(day, 1))}>
          <ChevronRight className="icon" aria-hidden="true" />
        </MonthButton>
      </div>
      <div className="cal__grid">
        {WEEKDAYS.map((name) => (
          <span key={name} className="dow" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
        ))}
        {sixWeeks(day).map((each) => (
          <button
            key={each}
            type="button"
            tabIndex={-1}
            className={`${dayClass(each, day, today)}${each === sprint ? ' mark' : ''}`}
            aria-label={each === sprint ? `${spokenDay(each)}, next sprint starts` : spokenDay(each)}
            aria-pressed={each === value}
            onClick={() => onChoose(each)}
          >
            {Number(each.slice(8))}
          </button>
        ))}
      </div>
      <div className="cal__quick">
        <QuickDay words="Tomorrow" day={addDays(today, 1)} onChoose={onChoose} />
        <QuickDay words="Friday" day={parseDateWords('fri', today) ?? today} onChoose={onChoose} />
        {value !== null && <QuickDay words="No date" day={null} onChoose={onChoose} />}
      </div>
      {children}
    </div>
  );
}

function MonthButton(props: { readonly label: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" className="btn btn--ghost btn--sm btn--icon" aria-label={props.label} onClick={props.onClick}>
      {props.children}
    </button>
  );
}

interface QuickDayProps {
  readonly words: string;
  readonly day: IsoDate | null;
  readonly onChoose: (day: IsoDate | null) => void;
}

function QuickDay({ words, day, onChoose }: QuickDayProps) {
  return (
    <button type="button" className="btn btn--sm btn--ghost" onClick={() => onChoose(day)}>
      {words}
    </button>
  );
}

const DAY_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function movedBy(key: string, day: IsoDate): IsoDate | null {
  if (key === 'PageUp') return addMonths(day, -1);
  if (key === 'PageDown') return addMonths(day, 1);
  const step = DAY_STEPS[key];
  return step === undefined ? null : addDays(day, step);
}

/** The same day of another month, or its last one where it is shorter. */
function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10) as IsoDate;
  const wanted = addDays(first, date - 1);
  return wanted.slice(0, 7) === first.slice(0, 7) ? wanted : addDays(wanted, -Number(wanted.slice(8)));
}

/** The weeks, Sunday first, that show the whole month of `day`. Always six, so that the dialog's height stays. */
function sixWeeks(day: IsoDate): readonly IsoDate[] {
  const first = `${day.slice(0, 8)}01` as IsoDate;
  return Array.from({ length: 42 }, (_, index) => addDays(first, index - weekday(first)));
}

function dayClass(each: IsoDate, day: IsoDate, today: IsoDate): string {
  if (each === day) return 'cal__day sel';
  if (each === today) return 'cal__day today';
  return each.slice(0, 7) === day.slice(0, 7) ? 'cal__day' : 'cal__day out';
}
