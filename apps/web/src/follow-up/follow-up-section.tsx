import { type Meeting, textsOf, titleOf, unownedRisks } from '@duet/domain';
import { ArrowUpRight, Settings2 } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { MeetingMetadata } from '../api/types.ts';
import { FollowUpRow } from './follow-up-row.tsx';
import { countdownOf, earlierWords } from './follow-up-words.ts';
import { useFollowUp } from './use-follow-up.ts';

const ChannelsDialog = lazy(() => import('./channels-dialog.tsx'));

interface FollowUpSectionProps {
  readonly metadata: MeetingMetadata;
  readonly meeting: Meeting;
}

/** After the lock: who is still to be told, by when, and how that goes (M34). */
export function FollowUpSection({ metadata, meeting }: FollowUpSectionProps) {
  const heading = useId();
  const { id, revision, role } = metadata;
  const maySend = role === 'facilitator';
  const { followUp, now, set } = useFollowUp(id, revision);
  const [settingUp, setSettingUp] = useState(false);
  if (followUp === null || followUp.items.length === 0) return null;
  const countdown = countdownOf(followUp, now);
  const earlier = earlierWords(followUp);
  return (
    <section aria-labelledby={heading}>
      <div className="rail__head">
        <h2 id={heading}>Follow-up</h2>
        <span className={`end num${countdown?.isLate ? ' is-late' : ''}`}>{countdown?.words ?? 'All done'}</span>
        {maySend && (
          <button
            type="button"
            className="btn btn--ghost btn--icon btn--sm"
            aria-label="Where the follow-up is sent"
            title="Where it is sent"
            onClick={() => setSettingUp(true)}
          >
            <Settings2 className="icon icon--14" />
          </button>
        )}
      </div>
      {countdown !== null && (
        <span className={`bar${countdown.isLate ? ' bar--late' : ''}`} aria-hidden="true">
          <i style={{ width: `${Math.round(countdown.spent * 100)}%` }} />
        </span>
      )}
      <ul>
        {followUp.items.map((item) => (
          <FollowUpRow
            key={item.audience}
            meetingId={id}
            item={item}
            now={now}
            maySend={maySend}
            onChanged={set}
            onSetUp={() => setSettingUp(true)}
          />
        ))}
        {unownedRisks(meeting).map((risk) => (
          <li key={risk.id} className="mine">
            <ArrowUpRight className="icon" />
            <div>
              <div className="attn__title">{titleOf(textsOf.riskRow(risk))}</div>
              <div className="attn__why">
                {risk.escalatedTo === null ? 'Nobody owns this risk' : `Escalated to ${risk.escalatedTo}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {earlier !== '' && <p className="attn__why">{earlier}</p>}
      {settingUp && (
        <Suspense>
          <ChannelsDialog meetingId={id} isInSeries={metadata.seriesId !== null} onClose={() => setSettingUp(false)} />
        </Suspense>
      )}
    </section>
  );
}
