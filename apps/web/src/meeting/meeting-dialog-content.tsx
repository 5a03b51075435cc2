import type { Attendee, IsoDate, Meeting } from '@duet/domain';
import type { MeetingMetadata } from '../api/types.ts';
import { FinalizeDialog } from '../finalize/finalize-dialog.tsx';
import { ShareDialog } from '../share/share-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { KeptTextDialog } from './kept-text-dialog.tsx';

export interface MeetingDialogProps {
  readonly open: 'share' | 'finalize' | 'help' | 'kept-text';
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
  readonly me: Attendee;
  readonly today: IsoDate;
  readonly onReveal: (blockId: string) => void;
  /** The meeting was finalized from here. */
  readonly onStatusChanged: () => Promise<void>;
  readonly onClose: () => void;
}

/** Loaded when the first of them opens. */
export default function MeetingDialogContent(props: MeetingDialogProps) {
  const { open, metadata, onStatusChanged, onClose, ...review } = props;
  switch (open) {
    case 'share':
      return <ShareDialog meetingId={metadata.id} role={metadata.role} onClose={onClose} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'kept-text':
      return <KeptTextDialog meetingId={metadata.id} onClose={onClose} />;
    case 'finalize':
      return <FinalizeDialog meetingId={metadata.id} {...review} onFinalized={onStatusChanged} onClose={onClose} />;
  }
}
