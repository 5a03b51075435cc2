import type { Attendee, IsoDate, Meeting } from '@duet/domain';
import { soleOwner } from '@duet/domain';
import { useState } from 'react';
import { EXPORTS, exportHref } from '../api/exports.ts';
import { finalizeMeeting } from '../api/meetings.ts';
import { EXPORT_ICONS } from '../meeting/topbar/export-menu.tsx';
import { shortDay, weekdayAndDay } from '../time/format-date.ts';
import { Dialog } from '../ui/dialog.tsx';
import { FormError } from '../ui/form-error.tsx';
import { toasts } from '../ui/toast-store.ts';
import { useBusy } from '../ui/use-busy.ts';
import { OpenFix } from './open-fix.tsx';
import { defaultChoice, finalizeLabel, type RiskChoice, resolutionsOf, returnsOn, reviewOf } from './review.ts';
import { RiskFix } from './risk-fix.tsx';

interface FinalizeDialogProps {
  readonly meetingId: string;
  readonly meeting: Meeting;
  readonly today: IsoDate;
  readonly me: Attendee;
  readonly onReveal: (blockId: string) => void;
  readonly onFinalized: () => Promise<void>;
  readonly onClose: () => void;
}

const SHOWN_WARNINGS = 6;
/** For people; scripts find JSON in the menu. */
const DRAFTS = EXPORTS.filter(({ format }) => format !== 'json');

/** The review before the lock (M31): live, so what others settle meanwhile leaves the list. */
export function FinalizeDialog(props: FinalizeDialogProps) {
  const { meetingId, meeting, today, me, onReveal, onFinalized, onClose } = props;
  const review = reviewOf(meeting, today);
  const [chosen, setChosen] = useState<ReadonlyMap<string, RiskChoice>>(new Map());
  const choices = new Map(review.risks.map(({ blockId }) => [blockId, chosen.get(blockId) ?? defaultChoice(me)]));
  const allNamed = [...choices.values()].every((choice) => soleOwner(choice.to) !== null);
  const open = review.risks.length + review.warnings.length;
  const returns = returnsOn(meeting);
  const { busy, error, run } = useBusy();

  const reveal = (blockId: string): void => {
    onClose();
    onReveal(blockId);
  };
  const finalize = (): void =>
    run(async () => {
      const { revision } = await finalizeMeeting(meetingId, resolutionsOf(choices));
      onClose();
      await onFinalized();
      toasts.show({
        tone: 'locked',
        text: 'The notes are final',
        sub: `Revision ${revision}. Download it from Export.`,
      });
    });

  return (
    <Dialog
      title={`Finalize ${meeting.date === null ? 'the meeting' : weekdayAndDay(meeting.date)}`}
      lead={`Locks the notes as one version that everyone sees. ${review.contents}.`}
      onClose={onClose}
    >
      <section className="dialog__part">
        <h3>
          Still open <span className={open > 0 ? 'count count--warn' : 'count'}>{open}</span>
        </h3>
        <div className="fixes">
          {review.risks.map((finding) => (
            <RiskFix
              key={finding.blockId}
              finding={finding}
              people={meeting.people}
              choice={choices.get(finding.blockId) ?? defaultChoice(me)}
              onChange={(choice) => setChosen((before) => new Map(before).set(finding.blockId, choice))}
            />
          ))}
          {review.warnings.slice(0, SHOWN_WARNINGS).map((finding) => (
            <OpenFix key={`${finding.kind} ${finding.blockId}`} finding={finding} onReveal={reveal} />
          ))}
        </div>
        <p className="fixes__note">{noteOn(review.warnings.length, returns)}</p>
      </section>
      <section className="dialog__part">
        <h3>
          Export<span className="dialog__aside">A draft until you finalize</span>
        </h3>
        <div className="exports">
          {DRAFTS.map(({ format, label }) => {
            const Icon = EXPORT_ICONS[format];
            return (
              <a key={format} className="export" href={exportHref(meetingId, format)} download>
                <Icon className="icon" />
                {label}
              </a>
            );
          })}
        </div>
      </section>
      {error !== null && (
        <div className="dialog__part">
          <FormError message={error} />
        </div>
      )}
      <div className="dialog__foot">
        <button type="button" className="btn btn--ghost" onClick={onClose}>
          Keep editing
        </button>
        <button type="button" className="btn btn--primary btn--lg" disabled={busy || !allNamed} onClick={finalize}>
          {finalizeLabel(choices)}
        </button>
      </div>
    </Dialog>
  );
}

function noteOn(warnings: number, returns: IsoDate | null): string {
  if (warnings === 0) return 'Every risk leaves with a name. Nothing else is open.';
  const more = warnings > SHOWN_WARNINGS ? `${warnings - SHOWN_WARNINGS} more on the attention list. ` : '';
  return `${more}What stays open is in the notes as it is${returns ? `, for ${shortDay(returns)} to take up` : ''}.`;
}
