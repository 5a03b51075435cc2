import type { SavedState, SavedTracker } from '@duet/protocol';
import { useEffect, useSyncExternalStore } from 'react';
import { useSteady } from '../ui/use-steady.ts';

/** What the top bar says about the edits of this browser (M28). */
type Saved = 'saved' | 'saving' | 'device' | 'failed';

const SHOWN: Readonly<Record<SavedState['status'], Saved>> = {
  saved: 'saved',
  saving: 'saving',
  offline: 'device',
  refused: 'failed',
};

export function useTracked(tracker: SavedTracker): SavedState {
  return useSyncExternalStore(tracker.subscribe, () => tracker.state);
}

/** Steady: most saves take a few milliseconds and are not worth a word. */
export function useSavedState(tracker: SavedTracker): Saved {
  return useSteady(useSyncExternalStore(tracker.subscribe, () => SHOWN[tracker.state.status]));
}

/** Closing the page while something is not on the server's disk asks first. */
export function useLeaveGuard(tracker: SavedTracker): void {
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent): void => {
      if (tracker.state.unsaved > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [tracker]);
}
