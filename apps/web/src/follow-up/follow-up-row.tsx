import { Check as CheckIcon, Clock, Minus, RotateCw, Send } from 'lucide-react';
import { type FollowUp, type FollowUpItem, markSent, sendFollowUp } from '../api/follow-up.ts';
import { Check } from '../ui/check.tsx';
import { FormError } from '../ui/form-error.tsx';
import { useBusy } from '../ui/use-busy.ts';
import { CopyPack } from './copy-pack.tsx';
import { lineOf, TITLES } from './follow-up-words.ts';

interface FollowUpRowProps {
  readonly meetingId: string;
  readonly item: FollowUpItem;
  readonly now: number;
  readonly maySend: boolean;
  readonly onChanged: (followUp: FollowUp) => void;
  readonly onSetUp: () => void;
}

/** One audience: what it is owed, how that stands, and what a facilitator can do about it. */
export function FollowUpRow({ meetingId, item, now, maySend, onChanged, onSetUp }: FollowUpRowProps) {
  const { audience, status, markedByHand, channels } = item;
  const { busy, error, run } = useBusy();
  const { text, isBad } = lineOf(item, now);
  const title = TITLES[audience];
  const send = (): void => run(async () => onChanged(await sendFollowUp(meetingId, audience)));
  const mark = (sent: boolean): void => run(async () => onChanged(await markSent(meetingId, audience, sent)));
  // What went out through a channel has gone: no tick takes that back.
  const mayMark = maySend && status !== 'nothing' && (status !== 'sent' || markedByHand);
  const isOpen = status !== 'sent' && status !== 'nothing';
  return (
    <li className="mine">
      {mayMark ? (
        <Check
          label={markedByHand ? `Sent: ${title}` : `Mark as sent: ${title}`}
          checked={status === 'sent'}
          disabled={busy || status === 'sending'}
          onChange={mark}
        />
      ) : (
        <StatusIcon status={status} />
      )}
      <div>
        <div className="attn__title">{title}</div>
        <div className={`attn__why${isBad ? ' attn__why--bad' : ''}`} role="status">
          {text}
        </div>
        {maySend && isOpen && (
          <div className="follow-up__do">
            {channels > 0 && status !== 'sending' && (
              <button type="button" className="btn btn--sm" disabled={busy} onClick={send}>
                {status === 'failed' ? <RotateCw className="icon icon--14" /> : <Send className="icon icon--14" />}
                {status === 'failed' ? 'Try again' : 'Send now'}
              </button>
            )}
            {channels === 0 && (
              <button type="button" className="btn btn--sm" onClick={onSetUp}>
                <Send className="icon icon--14" />
                Set up sending
              </button>
            )}
            <CopyPack meetingId={meetingId} audience={audience} onMarkSent={() => mark(true)} />
          </div>
        )}
        <FormError message={error} />
      </div>
    </li>
  );
}

function StatusIcon({ status }: Pick<FollowUpItem, 'status'>) {
  if (status === 'sent') {
    return (
      <span className="check is-on" aria-hidden="true">
        <CheckIcon className="icon" />
      </span>
    );
  }
  return status === 'nothing' || status === 'skipped' ? <Minus className="icon" /> : <Clock className="icon" />;
}
