import type { IsoDate } from '@duet/domain';
import type { ReactNode } from 'react';
import { DatePicker } from './date-picker.tsx';
import { ChipPopover } from './popover.tsx';
import { useRoom } from './room.ts';

interface DateChipProps {
  readonly value: IsoDate | null;
  readonly label: string;
  /** The day in words, as it stands in the row. */
  readonly words: string;
  /** Offered while there is none; a reader sees nothing. */
  readonly empty: string;
  readonly className?: string;
  readonly onChoose: (day: IsoDate | null) => void;
  /** Below the calendar: what else is said of this date. */
  readonly children?: ReactNode;
}

/** A day, in words, that opens a calendar. */
export function DateChip({ value, label, words, empty, className = '', onChoose, children }: DateChipProps) {
  const { editable } = useRoom();
  if (value === null && !editable) return null;
  return (
    <ChipPopover
      label={`${label}: ${value === null ? 'none' : words}`}
      className={value === null ? 'quiet quiet--empty' : `quiet date ${className}`.trim()}
      width={264}
      chip={value === null ? empty : <time dateTime={value}>{words}</time>}
    >
      {(close) => (
        <DatePicker
          value={value}
          label={label}
          onChoose={(day) => {
            close();
            onChoose(day);
          }}
        >
          {children}
        </DatePicker>
      )}
    </ChipPopover>
  );
}
