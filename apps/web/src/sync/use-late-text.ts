import { useSyncExternalStore } from 'react';
import { type LocalPlace, lateText, subscribeToLateText } from './local-edits.ts';

export function useLateText(place: LocalPlace): string | null {
  return useSyncExternalStore(subscribeToLateText, () => lateText(place));
}
