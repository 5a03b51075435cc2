import { newId } from '@duet/domain';
import { GIVE_UP_AFTER_MS } from './backoff.ts';
import { recipientsOf } from './channels.ts';
import type { Channel, DeliveryRecord, FollowUpRecord } from './types.ts';

/**
 * One delivery to each recipient of the channels.
 * @param by who asked for it; null when it goes by itself
 * @param at epoch milliseconds of the first attempt
 */
export function newDeliveries(
  { revision, audience }: Pick<FollowUpRecord, 'revision' | 'audience'>,
  channels: readonly Channel[],
  by: string | null,
  at: number,
): readonly DeliveryRecord[] {
  return channels.flatMap((channel) =>
    recipientsOf(channel).map(
      (to): DeliveryRecord => ({
        id: newId(22),
        revision,
        audience,
        channel: channel.id,
        kind: channel.kind,
        to,
        by,
        state: 'waiting',
        ...triedFrom(at),
        attempts: 0,
        reason: null,
        sentAt: null,
        maybeTwice: false,
      }),
    ),
  );
}

/** When a delivery is tried next and for the last time. */
export function triedFrom(at: number): Pick<DeliveryRecord, 'nextAt' | 'giveUpAt'> {
  return { nextAt: new Date(at).toISOString(), giveUpAt: new Date(at + GIVE_UP_AFTER_MS).toISOString() };
}
