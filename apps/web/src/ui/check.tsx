import { Check as CheckIcon } from 'lucide-react';

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function Check({ label, checked, disabled = false, onChange }: CheckProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the drawn box is the control; a native one cannot hold the tick.
    <button
      type="button"
      role="checkbox"
      className={`check${checked ? ' is-on' : ''}`}
      aria-label={label}
      aria-checked={checked}
      disabled={disabled}
      onClick={() => onChange(!checked)}
    >
      <CheckIcon className="icon" />
    </button>
  );
}
