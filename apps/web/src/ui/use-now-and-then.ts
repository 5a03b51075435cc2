import { startTransition, useEffect, useRef, useState } from 'react';

/**
 * The value as it was at most `ms` ago: however fast it changes, what is made of it is made anew at this pace, and after the
 * keys of whoever types.
 */
export function useNowAndThen<T>(value: T, ms: number): T {
  const [seen, setSeen] = useState(value);
  const latest = useRef(value);
  latest.current = value;
  const isBehind = seen !== value;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => startTransition(() => setSeen(latest.current)), ms);
    return () => clearTimeout(timer);
  }, [isBehind, ms]);
  return seen;
}
