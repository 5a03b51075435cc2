import type { SavedTracker } from '@duet/protocol';
import { CircleAlert, CloudCheck, CloudOff, RefreshCw } from 'lucide-react';
import { useSavedState } from '../../sync/use-saved-state.ts';

const LOOKS = {
  saved: [CloudCheck, 'Saved', ''],
  saving: [RefreshCw, 'Saving', ''],
  device: [CloudOff, 'Saved on this device', ' saved--warn'],
  failed: [CircleAlert, 'Not saved', ' saved--bad'],
} as const;

/** Asks for the state by itself: it changes with every key, and nothing else of the page says it. */
export function SavedBadge({ tracker }: { readonly tracker: SavedTracker }) {
  const [Icon, words, tone] = LOOKS[useSavedState(tracker)];
  return (
    <span className={`saved${tone}`} role="status">
      <Icon className="icon" />
      {words}
    </span>
  );
}
