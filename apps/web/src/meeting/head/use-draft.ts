import { useState } from 'react';

interface Draft {
  readonly value: string;
  readonly onFocus: () => void;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
}

/**
 * A field over a shared value. While it has focus it shows what is typed here, to the letter; every change goes out
 * at once, and others' changes come in when the field is left.
 */
export function useDraft(shared: string, commit: (value: string) => void): Draft {
  const [draft, setDraft] = useState<string | null>(null);
  return {
    value: draft ?? shared,
    onFocus: () => setDraft(shared),
    onChange: (value) => {
      setDraft(value);
      if (value.trim() !== '') commit(value);
    },
    onBlur: () => setDraft(null),
  };
}
