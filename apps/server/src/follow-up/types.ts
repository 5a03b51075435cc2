import type { Audience, IsoDate } from '@duet/domain';

/** What the follow-up keeps beside the meeting. All times are ISO 8601 in UTC. */

/** Where an audience is written to. The addresses of webhooks and what they are signed with are secrets. */
export type Channel =
  | { readonly id: string; readonly kind: 'slack'; readonly url: string }
  | { readonly id: string; readonly kind: 'webhook'; readonly url: string; readonly secret: string }
  | { readonly id: string; readonly kind: 'email'; readonly to: readonly string[] };

export type ChannelKind = Channel['kind'];

export type ChannelsRecord = Readonly<Record<Audience, readonly Channel[]>>;

/** What one audience is owed after one finalize. */
export interface FollowUpRecord {
  readonly revision: number;
  readonly audience: Audience;
  readonly plannedAt: string;
  readonly dueAt: string;
  /** The first day of the sprint before which it is due; null when it is counted from the meeting's end. */
  readonly sprint: IsoDate | null;
  /** Where the meeting is found: what is sent links there. */
  readonly address: string;
  /** The last revision that this audience was sent before, which this one replaces. */
  readonly replaces: number | null;
  /** `nothing`: no decision changes the sprint. `skipped`: whoever finalized did not want it. */
  readonly state: 'open' | 'nothing' | 'skipped' | 'superseded';
  /** Somebody sent it in their own way and said so. */
  readonly marked: { readonly at: string; readonly by: string } | null;
}

/** One message to one recipient. */
export interface DeliveryRecord {
  /** Also the idempotency key and the Message-ID: a repetition is known by it. */
  readonly id: string;
  readonly revision: number;
  readonly audience: Audience;
  /** The id of the channel, and what people call the recipient: a host or a mail address. */
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly to: string;
  /** Who asked for it; null when it went by itself. */
  readonly by: string | null;
  /** `sending` is written before the first byte leaves, so that a crash in between is known. */
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed' | 'withdrawn';
  /** When it is tried (again). */
  readonly nextAt: string;
  /** When nobody tries any more. */
  readonly giveUpAt: string;
  readonly attempts: number;
  /** Why the last attempt failed, in a sentence. */
  readonly reason: string | null;
  readonly sentAt: string | null;
  /** An attempt ended without an answer: the recipient may have it already. */
  readonly maybeTwice: boolean;
}

export const isUnfinished = ({ state }: DeliveryRecord): boolean => state === 'waiting' || state === 'sending';
