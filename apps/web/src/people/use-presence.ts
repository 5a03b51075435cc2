import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { type Present, presentPeople } from './presence.ts';

/** Who is here now. Carets move many times a second; the list is the same object until it says something else. */
export function usePresence(awareness: Awareness, me: Parameters<typeof presentPeople>[1]): readonly Present[] {
  const shown = useRef<{ text: string; people: readonly Present[] }>({ text: '', people: [] });
  const subscribe = useCallback(
    (listener: () => void) => {
      awareness.on('change', listener);
      return () => awareness.off('change', listener);
    },
    [awareness],
  );
  return useSyncExternalStore(subscribe, () => {
    const people = presentPeople(awareness, me);
    const text = JSON.stringify(people);
    if (text !== shown.current.text) shown.current = { text, people };
    return shown.current.people;
  });
}
