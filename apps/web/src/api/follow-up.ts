import type { Audience, IsoDate } from '@duet/domain';
import { request } from './request.ts';

type FollowUpStatus = 'nothing' | 'skipped' | 'due' | 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed';

/** How one audience stands. Instants are ISO 8601. */
export interface FollowUpItem {
  readonly audience: Audience;
  readonly status: FollowUpStatus;
  readonly plannedAt: string;
  readonly dueAt: string;
  /** The sprint before which it is due; null when it is due two hours after the meeting. */
  readonly sprint: IsoDate | null;
  /** The revision that they were sent before. */
  readonly replaces: number | null;
  readonly sentAt: string | null;
  readonly onTime: boolean | null;
  readonly sentBy: string | null;
  readonly markedByHand: boolean;
  readonly nextAt: string | null;
  readonly reason: string | null;
  readonly maybeTwice: boolean;
  /** How many are set up. */
  readonly channels: number;
  /** One for each recipient, once somebody or the queue sends. */
  readonly deliveries: readonly Delivery[];
}

interface Delivery {
  readonly kind: ChannelKind;
  /** Null for those who don't facilitate. */
  readonly to: string | null;
  readonly state: 'waiting' | 'sending' | 'sent' | 'failed';
  readonly reason: string | null;
}

export interface FollowUp {
  readonly revision: number | null;
  readonly items: readonly FollowUpItem[];
  readonly earlier: readonly {
    readonly revision: number;
    readonly audience: Audience;
    readonly sentAt: string | null;
  }[];
}

/** As the server tells of a channel: never what is secret. */
export type Channel =
  | { readonly id: string; readonly kind: 'slack' | 'webhook'; readonly host: string }
  | { readonly id: string; readonly kind: 'email'; readonly to: readonly string[] };
export type ChannelKind = Channel['kind'];

/** A channel as it is saved; what is left out stays as it was. */
export interface ChannelDraft {
  readonly id?: string;
  readonly kind: ChannelKind;
  readonly url?: string;
  readonly secret?: string;
  readonly to?: readonly string[];
}

export interface Channels {
  /** Whether the server can send mail at all. */
  readonly mail: boolean;
  readonly channels: Readonly<Record<Audience, readonly Channel[]>>;
}

/** What whoever finalizes decides. */
export interface FollowUpChoice {
  readonly automatic: boolean;
  readonly sprintChanges: boolean;
  readonly timeZone: string;
}

export type PackFormat = 'md' | 'html' | 'txt';

const at = (id: string, rest = ''): string => `/api/meetings/${encodeURIComponent(id)}/follow-up${rest}`;

export function getFollowUp(id: string): Promise<FollowUp> {
  return request(at(id));
}

/** To everybody of the audience who does not have it yet. */
export function sendFollowUp(id: string, audience: Audience): Promise<FollowUp> {
  return request(at(id, `/${audience}/send`), { method: 'POST' });
}

export function markSent(id: string, audience: Audience, sent: boolean): Promise<FollowUp> {
  return request(at(id, `/${audience}`), { method: 'PATCH', body: { sent } });
}

/** What an audience is sent, as text. @throws Error without words for people */
export async function fetchPack(id: string, audience: Audience, format: PackFormat): Promise<string> {
  const response = await fetch(at(id, `/${audience}/pack.${format}`), {
    credentials: 'same-origin',
    cache: 'no-store',
  });
  if (!response.ok) throw new Error(`The pack was answered with ${response.status}.`);
  return response.text();
}

export function getChannels(id: string): Promise<Channels> {
  return request(at(id, '/channels'));
}

export function saveChannels(id: string, audience: Audience, channels: readonly ChannelDraft[]): Promise<Channels> {
  return request(at(id, '/channels'), { method: 'PUT', body: { [audience]: channels } });
}

export function testChannel(
  id: string,
  audience: Audience,
  channel: string,
): Promise<{ readonly sent: boolean; readonly to: string; readonly reason?: string }> {
  return request(at(id, '/channels/test'), { method: 'POST', body: { audience, channel } });
}
