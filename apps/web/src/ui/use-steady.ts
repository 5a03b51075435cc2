import { useEffect, useState } from 'react';

/**
 * The value once it has held for `ms`, so that a word on the page never flickers: what comes and goes faster is
 * not shown at all.
 */
export function useSteady<T>(value: T, ms = 400): T {
  const [steady, setSteady] = useState(value);
  useEffect(() => {
    if (value === steady) return;
    const timer = setTimeout(() => setSteady(value), ms);
    return () => clearTimeout(timer);
  }, [value, steady, ms]);
  return steady;
}
