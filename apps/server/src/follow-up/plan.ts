import { meetingMapOf } from '@duet/document';
import { AUDIENCES, type Audience, dueTime, type Meeting, PACK_OF, packOf, readClock } from '@duet/domain';
import type { Change } from '@duet/storage';
import type * as Y from 'yjs';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import { channelsOf } from './channels.ts';
import { newDeliveries } from './deliveries.ts';
import { deliveriesOf, deliveryChanges, followUpChange, followUpsOf } from './follow-up-records.ts';
import type { DeliveryRecord, FollowUpRecord } from './types.ts';

/** What whoever finalizes decides about the follow-up. */
export interface FollowUpChoice {
  /** It goes out by itself, through the channels that are set up. */
  readonly automatic: boolean;
  /** The wider team is told what changes its sprint. */
  readonly sprintChanges: boolean;
  /** An IANA name: a sprint begins at midnight there. */
  readonly timeZone: string;
  /** Where the meeting is found. */
  readonly address: string;
}

/** Time to notice a mistake and reopen before it has gone out by itself. */
const GRACE_MS = 10 * 60_000;

/** What stores, in the commit that finalizes, what is owed to whom and by when (M34). */
export async function planFollowUp(
  duet: Duet,
  file: MeetingFile,
  final: {
    readonly meeting: Meeting;
    readonly doc: Y.Doc;
    readonly revision: number;
    readonly at: Date;
  },
  choice: FollowUpChoice,
): Promise<readonly Change[]> {
  const { meeting, doc, revision, at } = final;
  const earlier = await followUpsOf(duet.store, file.id);
  const known = await deliveriesOf(duet.store, file.id);
  const clock = readClock(meetingMapOf(doc).get('clock'));
  const ending = { meeting, clock, finalizedAt: at.getTime(), timeZone: choice.timeZone };
  const planned = AUDIENCES.map((audience): FollowUpRecord => {
    const before = earlier.filter((each) => each.audience === audience);
    const replaces = before.findLast((each) => wasSent(each, known))?.revision ?? null;
    const due = dueTime(audience, replaces === null ? ending : { ...ending, clock: null });
    const pending = replaces === null ? before.map(({ dueAt }) => Date.parse(dueAt)) : [];
    return {
      revision,
      audience,
      plannedAt: at.toISOString(),
      // Reopening before it was sent buys no time; what was sent on time may be corrected in the same time again.
      dueAt: new Date(due.sprint === null ? Math.min(due.at, ...pending) : due.at).toISOString(),
      sprint: due.sprint,
      address: choice.address,
      replaces,
      state: stateOf(audience, meeting, choice),
      marked: null,
    };
  });
  const channels = choice.automatic ? await channelsOf(duet.store, file) : null;
  const deliveries = planned
    .filter(({ state }) => channels !== null && state === 'open')
    .flatMap((each) => newDeliveries(each, channels?.[each.audience] ?? [], null, at.getTime() + GRACE_MS));
  return [
    ...planned.map((each) => followUpChange(file.id, each)),
    ...deliveryChanges(duet.store, file.id, known, deliveries),
  ];
}

function stateOf(audience: Audience, meeting: Meeting, choice: FollowUpChoice): FollowUpRecord['state'] {
  if (packOf(meeting, PACK_OF[audience]) === null) return 'nothing';
  return PACK_OF[audience] === 'sprint-changes' && !choice.sprintChanges ? 'skipped' : 'open';
}

/** At least one recipient has it. */
function wasSent({ revision, audience, marked }: FollowUpRecord, deliveries: readonly DeliveryRecord[]): boolean {
  const theirs = deliveries.filter((each) => each.revision === revision && each.audience === audience);
  return marked !== null || theirs.some(({ state, maybeTwice }) => state === 'sent' || maybeTwice);
}

/**
 * What stores that the follow-up of a reopened meeting is held back: whatever has not gone out is of a version that is
 * about to be replaced. What is under way cannot be called back.
 */
export async function withdrawFollowUp(duet: Duet, meeting: string): Promise<readonly Change[]> {
  const known = await deliveriesOf(duet.store, meeting);
  const unsent = (await followUpsOf(duet.store, meeting)).filter(
    (each) => each.state === 'open' && !isDone(each, known),
  );
  const waiting = known.filter(({ state }) => state === 'waiting' || state === 'failed');
  return [
    ...unsent.map((each) => followUpChange(meeting, { ...each, state: 'superseded' })),
    ...deliveryChanges(
      duet.store,
      meeting,
      known,
      waiting.map((each) => ({ ...each, state: 'withdrawn' })),
    ),
  ];
}

function isDone({ revision, audience, marked }: FollowUpRecord, deliveries: readonly DeliveryRecord[]): boolean {
  const theirs = deliveries.filter(
    (each) => each.revision === revision && each.audience === audience && each.state !== 'withdrawn',
  );
  return marked !== null || (theirs.length > 0 && theirs.every(({ state }) => state === 'sent'));
}
