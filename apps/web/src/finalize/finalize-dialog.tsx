import { type Attendee, finalizeWords, type IsoDate, type Meeting, nextDate, openPoints, roster } from '@duet/domain';
import { useEffect, useRef, useState } from 'react';
import type * as Y from 'yjs';
import { ApiError } from '../api/api-error.ts';
import { EXPORTS, exportHref, prepareExports } from '../api/exports.ts';
import { finalizeMeeting } from '../api/meetings.ts';
import { defaultFollowUp, FinalizeFollowUp } from '../follow-up/finalize-follow-up.tsx';
import { EXPORT_ICONS } from '../meeting/topbar/export-menu.tsx';
import { shortDay, weekdayAndDay } from '../time/format-date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { DownloadLink } from '../ui/download-link.tsx';
import { FormError } from '../ui/form-error.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useBusy } from '../ui/use-busy.ts';
import { OpenPointRow } from './open-point-row.tsx';
import { answersOf, contentsOf, effectsOf, escalationOf, noteOn, type Pick, resolutionsOf } from './review.ts';

interface FinalizeDialogProps {
  readonly meetingId: string;
  readonly meeting: Meeting;
  readonly isInSeries: boolean;
  readonly doc: Y.Doc;
  /** Whom the last meeting of the series escalated to. */
  readonly escalateTo: string | null;
  readonly today: IsoDate;
  readonly me: Attendee;
  readonly onReveal: (blockId: string) => void;
  /** Once all that was written here is with the server; false where it is out of reach. */
  readonly handedOver: () => Promise<boolean>;
  readonly onFinalized: () => Promise<void>;
  readonly onClose: () => void;
}

/** For people; scripts find JSON in the menu. */
const DRAFTS = EXPORTS.filter(({ format }) => format !== 'json');

const OUT_OF_REACH =
  'The server can’t be reached, so nothing was finalized. Your last words are kept here; try again once they are saved.';

/** The review before the lock (M31): live, so what others settle meanwhile leaves the list. */
export function FinalizeDialog(props: FinalizeDialogProps) {
  const { meetingId, isInSeries, meeting, doc, today, me, onReveal, handedOver, onFinalized, onClose } = props;
  const [picks, setPicks] = useState<ReadonlyMap<string, Pick>>(new Map());
  const [escalateTo, setEscalateTo] = useState(() => escalationOf(meeting, props.escalateTo, me.name));
  const open = useRef<HTMLDivElement>(null);
  const answers = answersOf(openPoints(meeting, { today, by: me, escalateTo }), picks);
  const returns = nextDate(meeting);
  const [followUp, setFollowUp] = useState(defaultFollowUp);
  const { busy, error, run } = useBusy();
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  useEffect(() => prepareExports(meetingId), [meetingId]);

  const pick = (key: string, field: string | null, picked: Pick): void => {
    // Risks that nobody owns go to one person together: who is named at one of them is named at all.
    const together = field === 'escalatedTo' && picked.value !== null;
    if (together) setEscalateTo(picked.value);
    setPicks((before) => new Map(before).set(key, together ? { ...picked, value: null } : picked));
  };
  const reveal = (blockId: string): void => {
    onClose();
    onReveal(blockId);
  };
  const finalize = (): void => {
    const missing = open.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (missing) {
      missing.focus();
      return;
    }
    run(async () => {
      // The lock would overtake one's own last words, which go another way.
      if (!(await handedOver())) throw new ApiError(0, OUT_OF_REACH);
      if (!isOpen.current) return;
      const { revision } = await finalizeMeeting(meetingId, resolutionsOf(answers), followUp);
      onClose();
      await onFinalized();
      toasts.show({
        tone: 'locked',
        text: 'The notes are final',
        sub: `Revision ${revision}. The follow-up stands beside the notes.`,
      });
    });
  };

  return (
    <Dialog
      title={`Finalize ${meeting.date === null ? 'the meeting' : weekdayAndDay(meeting.date)}`}
      lead={`Locks the notes as one version that everyone sees. ${contentsOf(meeting)}.`}
      focusFirst=".fix .seg > [aria-pressed='true']"
      onClose={onClose}
    >
      <section className="dialog__part">
        <h3>
          Still open <span className={answers.length > 0 ? 'count count--warn' : 'count'}>{answers.length}</span>
        </h3>
        <div className="fixes" ref={open}>
          {answers.map((answer) => {
            const { key, choice } = answer;
            const field = choice.deed.kind === 'ask' ? choice.deed.field : null;
            return (
              <OpenPointRow
                key={key}
                answer={answer}
                people={roster(meeting)}
                onPick={(picked) => pick(key, picked.way === answer.way ? field : null, picked)}
                onReveal={reveal}
              />
            );
          })}
        </div>
        <p className="fixes__note">{noteOn(answers, returns && shortDay(returns))}</p>
      </section>
      <FinalizeFollowUp {...{ meetingId, isInSeries, meeting, doc }} choice={followUp} onChange={setFollowUp} />
      <section className="dialog__part">
        <h3>
          Export<span className="dialog__aside">A draft until you finalize</span>
        </h3>
        <div className="exports">
          {DRAFTS.map(({ format, label }) => {
            const Icon = EXPORT_ICONS[format];
            return (
              <DownloadLink key={format} className="export" href={exportHref(meetingId, format)} what={label}>
                <Icon className="icon" />
                {label}
              </DownloadLink>
            );
          })}
        </div>
      </section>
      <div className="dialog__foot">
        <FormError message={error} />
        <button type="button" className="btn btn--ghost" onClick={onClose}>
          Keep editing
        </button>
        <button type="button" className="btn btn--primary btn--lg" disabled={busy} onClick={finalize}>
          {finalizeWords(effectsOf(answers))}
        </button>
      </div>
    </Dialog>
  );
}
