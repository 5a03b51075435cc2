import type { IsoDate } from '../iso-date.ts';

/** The entries by their day, earliest first; those without one last, and equals in the order they came in. */
export function earliestFirst<T>(entries: readonly T[], dayOf: (entry: T) => IsoDate | null): readonly T[] {
  const key = (entry: T): string => dayOf(entry) ?? '9999-99-99';
  return entries.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
