import { dueTime, type Meeting, packOf } from '@duet/domain';
import { MinusCircle, Send } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import type * as Y from 'yjs';
import { type FollowUpChoice, getChannels } from '../api/follow-up.ts';
import { useMeetingClock } from '../meeting/clock/use-meeting-clock.ts';
import { clockOrDay, shortDay } from '../time/format-date.ts';
import { Check } from '../ui/check.tsx';
import { useAsync } from '../ui/use-async.ts';
import { channelsInWords } from './channel-words.ts';

const ChannelsDialog = lazy(() => import('./channels-dialog.tsx'));

/** What is decided unless somebody decides otherwise. */
export function defaultFollowUp(): FollowUpChoice {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { automatic: false, sprintChanges: true, timeZone };
}

interface FinalizeFollowUpProps {
  readonly meetingId: string;
  readonly isInSeries: boolean;
  readonly meeting: Meeting;
  readonly doc: Y.Doc;
  readonly choice: FollowUpChoice;
  readonly onChange: (choice: FollowUpChoice) => void;
}

/** Before the lock: who will be told what, and by when (M34). */
export function FinalizeFollowUp(props: FinalizeFollowUpProps) {
  const { meetingId, isInSeries, meeting, doc, choice, onChange } = props;
  const { clock, now } = useMeetingClock(doc);
  const id = useId();
  const [settingUp, setSettingUp] = useState(false);
  const loaded = useAsync(() => getChannels(meetingId), [meetingId, settingUp]);
  const ways = loaded.state === 'done' ? channelsInWords(loaded.value) : '';
  const ending = { meeting, clock, finalizedAt: now, timeZone: choice.timeZone };
  const notes = dueTime('product-team', ending);
  const changes = dueTime('engineering', ending);
  const hasChanges = packOf(meeting, 'sprint-changes') !== null;
  return (
    <section className="dialog__part" aria-labelledby={id}>
      <h3 id={id}>Follow-up</h3>
      <div className="follow-up__lines">
        <div className="line">
          <Send className="icon" />
          <span>Notes to the PM team and the engineering team leads</span>
          <span className="end num">
            <strong>Due by {clockOrDay(new Date(notes.at).toISOString(), now)}</strong>, within 2 hours
          </span>
        </div>
        <div className="line">
          {hasChanges ? (
            <Check
              label="Tell all of engineering what changes in the sprint plan"
              checked={choice.sprintChanges}
              onChange={(sprintChanges) => onChange({ ...choice, sprintChanges })}
            />
          ) : (
            <MinusCircle className="icon" />
          )}
          <span>
            {hasChanges ? 'Tell all of engineering what changes in the sprint plan' : 'Nothing for all of engineering'}
          </span>
          <span className="end">
            {hasChanges ? sprintWords(changes.sprint) : 'No decision changes the sprint plan'}
          </span>
        </div>
        {ways !== '' && (
          <div className="line">
            <Check
              label="Send it by itself, 10 minutes after the notes are final"
              checked={choice.automatic}
              onChange={(automatic) => onChange({ ...choice, automatic })}
            />
            <span>Send it by itself, 10 minutes after the notes are final</span>
            <button type="button" className="end link" onClick={() => setSettingUp(true)}>
              {ways}
            </button>
          </div>
        )}
        {loaded.state === 'done' && ways === '' && (
          <p className="follow-up__hint">
            You send it by copying.{' '}
            <button type="button" className="link" onClick={() => setSettingUp(true)}>
              Set up Slack, mail or a webhook
            </button>{' '}
            to send it from here.
          </p>
        )}
      </div>
      {settingUp && (
        <Suspense>
          <ChannelsDialog meetingId={meetingId} isInSeries={isInSeries} onClose={() => setSettingUp(false)} />
        </Suspense>
      )}
    </section>
  );
}

function sprintWords(sprint: Parameters<typeof shortDay>[0] | null): string {
  return sprint === null ? 'Within 2 hours: no sprint start is in the notes' : `Before ${shortDay(sprint)}`;
}
