import { AUDIENCES, isOnTime, PACK_OF } from '@duet/domain';
import type { Duet } from '../duet.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import { channelsOf } from './channels.ts';
import { deliveriesOf, followUpsOf } from './follow-up-records.ts';
import type { DeliveryRecord, FollowUpRecord } from './types.ts';

/** How an audience stands, all of its recipients together. */
type Status = 'nothing' | 'skipped' | 'due' | 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed';

/** What everybody in the meeting may know of its follow-up; mail addresses are for facilitators. */
export async function followUpStatus(duet: Duet, file: MeetingFile, seesRecipients: boolean) {
  const all = await followUpsOf(duet.store, file.id);
  const deliveries = (await deliveriesOf(duet.store, file.id)).filter(({ state }) => state !== 'withdrawn');
  const channels = await channelsOf(duet.store, file);
  const revision = file.record.status === 'finalized' ? file.record.revisions : null;
  const current = AUDIENCES.flatMap((audience) =>
    all.filter((each) => each.revision === revision && each.audience === audience),
  );
  const earlier = all.filter((each) => each.revision !== revision && each.state !== 'nothing');
  const now = duet.now().getTime();
  const freeAt = duet.quota.freeAt(file.id, now);
  const held = freeAt > now ? new Date(freeAt).toISOString() : null;
  const of = (followUp: FollowUpRecord) =>
    deliveries.filter((each) => each.revision === followUp.revision && each.audience === followUp.audience);
  return {
    revision,
    items: current.map((each) => ({
      ...itemView(each, of(each), held),
      channels: channels[each.audience].length,
      deliveries: of(each).map((delivery) => deliveryView(delivery, seesRecipients)),
    })),
    earlier: earlier.map((each) => {
      const { revision: number, audience } = each;
      return { revision: number, audience, sentAt: sentAt(each, of(each)) };
    }),
  };
}

const HELD = 'As many messages as may leave in an hour have left.';

/** @param held until when nothing leaves because enough has; null when something may */
function itemView(followUp: FollowUpRecord, deliveries: readonly DeliveryRecord[], held: string | null) {
  const { audience, dueAt, sprint, replaces, marked, plannedAt } = followUp;
  const status = statusOf(followUp, deliveries);
  const at = sentAt(followUp, deliveries);
  const waiting = deliveries.filter(({ state }) => state === 'waiting').map(({ nextAt }) => nextAt);
  const next = waiting.sort()[0] ?? null;
  const isHeld = next !== null && held !== null && next < held;
  return {
    audience,
    pack: PACK_OF[audience],
    status,
    plannedAt,
    dueAt,
    sprint,
    replaces,
    sentAt: at,
    onTime: at === null ? null : isOnTime(Date.parse(at), Date.parse(dueAt)),
    sentBy: marked?.by ?? deliveries.find(({ state }) => state === 'sent')?.by ?? null,
    markedByHand: marked !== null,
    nextAt: isHeld ? held : next,
    reason: isHeld
      ? HELD
      : (deliveries.find(({ state, reason }) => state !== 'sent' && reason !== null)?.reason ?? null),
    maybeTwice: deliveries.some(({ maybeTwice }) => maybeTwice),
  };
}

function statusOf({ state, marked }: FollowUpRecord, deliveries: readonly DeliveryRecord[]): Status {
  if (marked !== null) return 'sent';
  if (state === 'nothing' || state === 'skipped') return state;
  const has = (one: DeliveryRecord['state']) => deliveries.some((each) => each.state === one);
  if (deliveries.length === 0) return 'due';
  if (has('sending')) return 'sending';
  if (has('waiting'))
    return deliveries.some((each) => each.state === 'waiting' && each.attempts > 0) ? 'retrying' : 'waiting';
  return has('failed') ? 'failed' : 'sent';
}

/** When the last of the recipients had it; null while one is missing. */
function sentAt(followUp: FollowUpRecord, deliveries: readonly DeliveryRecord[]): string | null {
  if (followUp.marked !== null) return followUp.marked.at;
  const times = deliveries.map((each) => each.sentAt);
  return times.some((time) => time === null) ? null : (times.sort().at(-1) ?? null);
}

function deliveryView(delivery: DeliveryRecord, seesRecipients: boolean) {
  const { id, kind, to, state, attempts, reason, sentAt: at, maybeTwice, nextAt } = delivery;
  return {
    id,
    kind,
    to: seesRecipients ? to : null,
    state,
    attempts,
    reason,
    sentAt: at,
    maybeTwice,
    nextAt: state === 'waiting' ? nextAt : null,
  };
}
