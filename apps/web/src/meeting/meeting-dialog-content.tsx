import type { Attendee, IsoDate, Meeting } from '@duet/domain';
import { lazy } from 'react';
import type * as Y from 'yjs';
import type { MeetingMetadata } from '../api/types.ts';
import { FinalizeDialog } from '../finalize/finalize-dialog.tsx';
import { ShareDialog } from '../share/share-dialog.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { HistoryDialog } from './history/history-dialog.tsx';
import { RevisionsDialog } from './history/revisions-dialog.tsx';
import { KeptTextDialog } from './kept/kept-text-dialog.tsx';
import type { WaitingTexts } from './kept/use-waiting-texts.ts';

export interface MeetingDialogProps {
  readonly open: 'share' | 'finalize' | 'help' | 'kept-text' | 'history' | 'revisions' | 'channels';
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
  readonly me: Attendee;
  readonly today: IsoDate;
  readonly doc: Y.Doc;
  readonly mayWrite: boolean;
  readonly waiting: WaitingTexts | null;
  readonly onReveal: (blockId: string) => void;
  /** Once all that was written here is with the server; false where it is out of reach. */
  readonly handedOver: () => Promise<boolean>;
  /** The meeting was finalized from here. */
  readonly onStatusChanged: () => Promise<void>;
  /** What the server keeps beside the notes changed. */
  readonly onKeptChanged: () => Promise<void>;
  readonly onClose: () => void;
}

const ChannelsDialog = lazy(() => import('../follow-up/channels-dialog.tsx'));

/** Loaded when the first of them opens. */
export default function MeetingDialogContent(props: MeetingDialogProps) {
  const { open, metadata, meeting, me, today, doc, mayWrite, waiting, onReveal, onClose } = props;
  const { id, role } = metadata;
  switch (open) {
    case 'share':
      return <ShareDialog meetingId={id} me={metadata.me} onClose={onClose} />;
    case 'help':
      return <HelpDialog onClose={onClose} />;
    case 'history':
      return <HistoryDialog meetingId={id} mayRestore={mayWrite && role === 'facilitator'} onClose={onClose} />;
    case 'revisions':
      return <RevisionsDialog meetingId={id} onClose={onClose} />;
    case 'kept-text':
      return (
        <KeptTextDialog
          meetingId={id}
          isInSeries={metadata.seriesId !== null}
          {...{ doc, mayWrite, waiting, onReveal, onClose }}
          onChanged={props.onKeptChanged}
        />
      );
    case 'channels':
      return <ChannelsDialog meetingId={id} isInSeries={metadata.seriesId !== null} onClose={onClose} />;
    case 'finalize':
      return (
        <FinalizeDialog
          meetingId={id}
          escalateTo={metadata.escalateTo}
          isInSeries={metadata.seriesId !== null}
          {...{ meeting, doc, me, today, onReveal, onClose }}
          handedOver={props.handedOver}
          onFinalized={props.onStatusChanged}
        />
      );
  }
}
