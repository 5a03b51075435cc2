import { AUDIENCES, type Audience, newId } from '@duet/domain';
import { type Change, type DocumentStore, StorageError } from '@duet/storage';
import { Problem } from '../problem.ts';
import { decodeJson, encodeJson } from '../records/json.ts';
import type { MeetingFile } from '../records/meeting-file.ts';
import { seriesDocument } from '../records/names.ts';
import type { Channel, ChannelsRecord } from './types.ts';

/** A channel as somebody sends it: what is secret may be left out where it is known already. */
export type ChannelInput =
  | { readonly id?: string | undefined; readonly kind: 'slack'; readonly url?: string | undefined }
  | {
      readonly id?: string | undefined;
      readonly kind: 'webhook';
      readonly url?: string | undefined;
      readonly secret?: string | undefined;
    }
  | { readonly id?: string | undefined; readonly kind: 'email'; readonly to: readonly string[] };

const RECORD = 'follow-up-channels';
const NONE: ChannelsRecord = { 'product-team': [], 'engineering-leads': [], engineering: [] };

/** The channels belong to the series; those of a meeting that is in none, to it alone. */
function homeOf({ id, record }: MeetingFile): string {
  return (record.seriesId && seriesDocument(record.seriesId)) || id;
}

/** A damaged series has none, so that its meetings can be finalized and looked at all the same. */
export async function channelsOf(store: DocumentStore, file: MeetingFile): Promise<ChannelsRecord> {
  const bytes = await store.record(homeOf(file), RECORD).catch((error: unknown) => {
    if (error instanceof StorageError && error.code === 'damaged') return null;
    throw error;
  });
  return bytes ? { ...NONE, ...decodeJson<ChannelsRecord>(bytes) } : NONE;
}

/**
 * What stores the channels that somebody asks for. A channel with a known id keeps its secrets unless it brings new
 * ones; with a new address it brings a new secret too: what was agreed with one receiver is nothing for another.
 * @throws Problem where a secret is missing
 */
export function channelsChange(
  file: MeetingFile,
  known: ChannelsRecord,
  asked: Readonly<Partial<Record<Audience, readonly ChannelInput[]>>>,
): { readonly change: Change; readonly channels: ChannelsRecord } {
  const merged = AUDIENCES.map((audience) => [
    audience,
    asked[audience]?.map((input) =>
      complete(
        input,
        known[audience].find(({ id }) => id === input.id),
      ),
    ) ?? known[audience],
  ]);
  const channels = Object.fromEntries(merged) as ChannelsRecord;
  const value = encodeJson(channels);
  return { change: { kind: 'record', document: homeOf(file), name: RECORD, value }, channels };
}

function complete(input: ChannelInput, known: Channel | undefined): Channel {
  const id = known?.kind === input.kind ? known.id : newId();
  switch (input.kind) {
    case 'email':
      return { id, kind: 'email', to: [...new Set(input.to)] };
    case 'slack': {
      const url = input.url ?? (known?.kind === 'slack' ? known.url : undefined);
      if (url === undefined) throw missing('an address');
      return { id, kind: 'slack', url };
    }
    case 'webhook': {
      const before = known?.kind === 'webhook' ? known : undefined;
      const url = input.url ?? before?.url;
      if (url === undefined) throw missing('an address');
      const secret = input.secret ?? (url === before?.url ? before.secret : undefined);
      if (secret === undefined) throw missing('a secret to sign with');
      return { id, kind: 'webhook', url, secret };
    }
  }
}

function missing(what: string): Problem {
  return new Problem('bad-request', `A webhook needs ${what}. Nothing was changed.`);
}

/** What a facilitator may see of a channel: where it leads, and nothing that would let them write there. */
export function channelView(channel: Channel) {
  const { id, kind } = channel;
  return kind === 'email' ? { id, kind, to: channel.to } : { id, kind, host: hostOf(channel.url) };
}

function hostOf(url: string): string {
  return new URL(url).host;
}

/** Who is written to through a channel, each apart, as people call them. */
export function recipientsOf(channel: Channel): readonly string[] {
  return channel.kind === 'email' ? channel.to : [hostOf(channel.url)];
}
