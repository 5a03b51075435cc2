interface DurationFieldProps {
  readonly minutes: number;
  readonly editable: boolean;
  readonly onChange: (minutes: number) => void;
}

const USUAL = [15, 25, 30, 45, 50, 60, 90];

export function DurationField({ minutes, editable, onChange }: DurationFieldProps) {
  if (!editable) return `${minutes} minutes`;
  const choices = [...new Set([...USUAL, minutes])].sort((a, b) => a - b);
  return (
    <span className="overlaid">
      {minutes} minutes
      <select
        aria-label="Duration of the meeting"
        value={minutes}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice} minutes
          </option>
        ))}
      </select>
    </span>
  );
}
