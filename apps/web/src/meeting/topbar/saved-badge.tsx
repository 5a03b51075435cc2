import { CircleAlert, CloudCheck, CloudOff, RefreshCw } from 'lucide-react';
import type { Saved } from '../../sync/use-saved-state.ts';

const LOOKS = {
  saved: [CloudCheck, 'Saved', ''],
  saving: [RefreshCw, 'Saving', ''],
  device: [CloudOff, 'Saved on this device', ' saved--warn'],
  failed: [CircleAlert, 'Not saved', ' saved--bad'],
} as const;

export function SavedBadge({ saved }: { readonly saved: Saved }) {
  const [Icon, words, tone] = LOOKS[saved];
  return (
    <span className={`saved${tone}`} role="status">
      <Icon className="icon" />
      {words}
    </span>
  );
}
