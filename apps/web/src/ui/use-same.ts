import { keepUnchanged } from '@duet/domain';
import { useRef } from 'react';

/**
 * The value as the same object, and every part of it too, for as long as it says the same: whatever a reading of the
 * document computes anew, what is memoized on its parts stays.
 */
export function useSame<T>(value: T): T {
  const kept = useRef(value);
  kept.current = keepUnchanged(kept.current, value);
  return kept.current;
}
