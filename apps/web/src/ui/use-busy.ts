import { useState } from 'react';
import { messageOf } from '../api/api-error.ts';

interface Busy {
  readonly busy: boolean;
  /** The sentence for the last attempt that failed. */
  readonly error: string | null;
  readonly run: (task: () => Promise<void>) => void;
}

/** One request at a time behind a button, with its failure in words. */
export function useBusy(): Busy {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const run = (task: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setError(null);
    task()
      .catch((thrown: unknown) => setError(messageOf(thrown)))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}
