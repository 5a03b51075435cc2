import { lazy, Suspense } from 'react';
import type { MeetingDialogProps } from './meeting-dialog-content.tsx';

/** What may lie over the meeting. `rail` and `outline` are the folded sides, on narrow screens; these and `commands` are drawn by the page. */
export type MeetingDialog = MeetingDialogProps['open'] | ByPage;
type ByPage = 'rail' | 'outline' | 'commands';

const Content = lazy(() => import('./meeting-dialog-content.tsx'));

interface MeetingDialogsProps extends Omit<MeetingDialogProps, 'open'> {
  readonly open: MeetingDialog | null;
}

export function MeetingDialogs({ open, ...props }: MeetingDialogsProps) {
  if (open === null || open === 'rail' || open === 'outline' || open === 'commands') return null;
  return (
    <Suspense>
      <Content open={open} {...props} />
    </Suspense>
  );
}
